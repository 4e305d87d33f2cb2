const irregular: Record<string, string> = {
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  mice: 'mouse',
  indices: 'index',
  indexes: 'index',
  matrices: 'matrix',
  vertices: 'vertex',
  criteria: 'criterion',
  statuses: 'status',
  aliases: 'alias',
  movies: 'movie',
  cookies: 'cookie',
  shelves: 'shelf',
  leaves: 'leaf',
  caches: 'cache',
};
const unchanged = /(ss|us|is|news|series|species|media|data|settings|aws|dns|sms|status|analysis)$/;

/** The singular of an English word as URLs have it: `books` > `book`, `categories` > `category`. Others stay. */
export function singular(word: string): string {
  const known = irregular[word];
  if (known !== undefined) return known;
  if (word.length < 4 || unchanged.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Whether two names mean the same word whatever their case style: `shelfId`, `shelf_id`, `ShelfID`. */
export function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
