import type { Json } from '../../json';

import { LineIndex } from './lines';
import { maxDepth, UnreadableText, type Finding } from './source-file';

interface Frame {
  container: Json;
  isArray: boolean;
  index: number;
  key: string;
  keyLine: number;
  seen: Set<string>;
}

/**
 * Finds the lines of all members in JSON text that `JSON.parse` has accepted as `value`: so this scan may trust the
 * syntax, and needs no recursion. Repeated member names become findings (RFC 8259, section 4: names should be unique).
 */
export function scanJsonLines(text: string, value: Json): { lines: LineIndex; findings: Finding[] } {
  const lines = new LineIndex();
  const findings: Finding[] = [];
  const stack: Frame[] = [];
  let line = 1;
  let expectsKey = false;

  const close = (endLine: number) => {
    const parent = stack.at(-1);
    if (!parent || typeof parent.container !== 'object' || parent.container === null) return;
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
        if (parent.seen.has(parent.key)) findings.push(duplicateName(parent.key, line));
        parent.seen.add(parent.key);
      } else {
        begin();
        close(line);
      }
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      if (stack.length >= maxDepth) throw tooDeep(line);
      begin();
      const isArray = code === 0x5b;
      const container = stack.length === 0 ? value : memberOf(stack.at(-1));
      stack.push({ container, isArray, index: 0, key: '', keyLine: line, seen: new Set() });
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
  return { lines, findings };
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
  return slashes % 2 === 1;
}

function memberName(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1);
  const name: unknown = JSON.parse(token);
  return String(name);
}

/** With a repeated name the parsed value belongs to the last one: its kind may differ from what stands here. */
function memberOf(parent: Frame | undefined): Json {
  const container = parent?.container;
  if (!parent || typeof container !== 'object' || container === null) return null;
  if (Array.isArray(container)) return container[parent.index] ?? null;
  return container[parent.key] ?? null;
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

function duplicateName(name: string, line: number): Finding {
  return {
    code: 'duplicate-key',
    message: `The member "${name}" is given twice in the same object; the last one counts.`,
    advice: 'Remove one of them.',
    line,
  };
}

function tooDeep(line: number): UnreadableText {
  return new UnreadableText(
    `Values are nested deeper than ${maxDepth} levels.`,
    line,
    'Move inner schemas to named components and refer to them.',
  );
}
