const made = new Map<string, string>();
const most = 200;

/**
 * A character so many times. Documents ask for the same few lengths in hundreds of places: each such text is made once, and
 * is in memory once however many values hold it.
 */
export function repeatedText(character: string, length: number): string {
  const key = `${character}${length}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const text = character.repeat(length);
  if (made.size < most) made.set(key, text);
  return text;
}
