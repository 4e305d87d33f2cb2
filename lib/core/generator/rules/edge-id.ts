import type { Json } from '../../json';

/** What tells a row at an edge from the others of its member: the value itself where it is short, else its size. */
export function edgeId(member: string, edge: string, value: Json): string {
  if (typeof value === 'number' || typeof value === 'boolean') return `${member}-${String(value)}`;
  const isWord = typeof value === 'string' && /^[A-Za-z0-9_.-]{1,30}$/.test(value);
  return isWord && edge.startsWith('value-') ? `${member}-${value}` : `${member}-${edge}`;
}
