import type { Json } from '../../json';

import { countNames, endOfString, memberName } from './json-text';
import type { Finding } from './source-file';

/**
 * Member names that an object of JSON text gives more than once (RFC 8259, section 4: names should be unique). `value` is
 * what `JSON.parse` made of the text: as long as it has as many members as the text has names, none is repeated.
 */
export function repeatedNames(text: string, value: Json): Finding[] {
  if (countNames(text) === countMembers(value)) return [];
  const findings: Finding[] = [];
  const open: (Set<string> | undefined)[] = [];
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) line++;
    else if (code === 0x7b) open.push(new Set());
    else if (code === 0x5b) open.push(undefined);
    else if (code === 0x7d || code === 0x5d) open.pop();
    else if (code === 0x22) {
      const end = endOfString(text, at);
      const seen = open.at(-1);
      if (seen && isName(text, end)) {
        const name = memberName(text.slice(at, end + 1));
        if (seen.has(name)) findings.push(repeatedName(name, line));
        seen.add(name);
      }
      at = end;
    }
  }
  return findings;
}

function isName(text: string, end: number): boolean {
  let next = end + 1;
  while (text.charCodeAt(next) <= 0x20) next++;
  return text.charCodeAt(next) === 0x3a;
}

function countMembers(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value);
  return members.reduce<number>(
    (sum, member) => sum + countMembers(member),
    Array.isArray(value) ? 0 : members.length,
  );
}

function repeatedName(name: string, line: number): Finding {
  return {
    code: 'duplicate-key',
    message: `The member "${name}" is given twice in the same object; the last one counts.`,
    advice: 'Remove one of them.',
    line,
  };
}
