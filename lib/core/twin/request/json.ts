import type { Json } from '../../json';

import type { Unreadable } from './text';

const deepest = 500;

/** JSON (RFC 8259), or why it cannot be read. */
export function readJson(text: string): { value: Json } | Unreadable {
  if (depthOf(text) > deepest) return { unreadable: 'The body is nested too deeply.' };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { unreadable: 'The body is not JSON.' };
  }
}

/** How deep the brackets outside of strings are nested. */
export function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isString && character === '\\') index += 1;
    else if (character === '"') isString = !isString;
    else if (!isString && (character === '{' || character === '[')) depth += 1;
    else if (!isString && (character === '}' || character === ']')) depth -= 1;
    if (depth > most) most = depth;
  }
  return most;
}
