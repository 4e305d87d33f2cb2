import type { Json } from '../../json';

import { endOfString, memberName } from './json-text';
import { LineIndex } from './lines';

interface Frame {
  /** What the text's container became; anything else below a name that a later one of its object replaces. */
  container: Json;
  isWanted: boolean;
  isArray: boolean;
  index: number;
  key: string;
  keyLine: number;
}

/**
 * Finds the lines of the members of wanted containers, or of all, in JSON text that `JSON.parse` has accepted as
 * `value`: so this scan may trust the syntax, and needs no recursion.
 */
export function scanJsonLines(text: string, value: Json, wanted?: ReadonlySet<object>): LineIndex {
  const lines = new LineIndex();
  const stack: Frame[] = [];
  let line = 1;
  let expectsKey = false;

  const close = (endLine: number) => {
    const parent = stack.at(-1);
    if (!parent?.isWanted || typeof parent.container !== 'object' || parent.container === null) return;
    const member = parent.isArray ? String(parent.index) : parent.key;
    lines.set(parent.container, member, parent.keyLine, endLine);
  };
  const begin = () => {
    const parent = stack.at(-1);
    if (parent?.isArray) parent.keyLine = line;
  };

  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) line++;
    else if (code === 0x22) {
      const end = endOfString(text, at);
      const parent = stack.at(-1);
      if (expectsKey && parent) {
        parent.key = memberName(text.slice(at, end + 1));
        parent.keyLine = line;
        expectsKey = false;
      } else {
        begin();
        close(line);
      }
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      begin();
      const isArray = code === 0x5b;
      const container = stack.length === 0 ? value : memberOf(stack.at(-1));
      const isWanted =
        typeof container === 'object' && container !== null && (wanted?.has(container) ?? true);
      stack.push({ container, isWanted, isArray, index: 0, key: '', keyLine: line });
      expectsKey = !isArray;
    } else if (code === 0x7d || code === 0x5d) {
      stack.pop();
      close(line);
      expectsKey = false;
    } else if (code === 0x2c) {
      const parent = stack.at(-1);
      if (parent?.isArray) parent.index++;
      else expectsKey = true;
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x7a)) {
      begin();
      while (isLiteral(text.charCodeAt(at + 1))) at++;
      close(line);
    }
  }
  return lines;
}

/** With a repeated name the parsed value belongs to the last one: its kind may differ from what stands here. */
function memberOf(parent: Frame | undefined): Json {
  const container = parent?.container;
  if (!parent || typeof container !== 'object' || container === null) return null;
  if (Array.isArray(container)) return container[parent.index] ?? null;
  return Object.hasOwn(container, parent.key) ? (container[parent.key] ?? null) : null;
}

/** Letters, digits and the signs of a number or of true, false and null. */
function isLiteral(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2e ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x45
  );
}
