import type { Json, JsonObject } from '../../json';

import type { LineIndex, LineRange } from './lines';
import { maxDepth, UnreadableText } from './source-file';

/**
 * Aliases may repeat a value, so a small YAML text can unfold to a giant tree. Real documents of 10 MB have about half
 * a million values.
 */
const maxValues = 5_000_000;

/**
 * Turns what a parser handed out into a JSON value, sharing aliased parts: numbers that JSON cannot carry become null.
 * @throws {UnreadableText} when the unfolded tree is too deep, endless or too large; with the line where `lines` knows it.
 */
export function soundJson(value: unknown, lines?: LineIndex): Json {
  let budget = maxValues;
  /** The way from the top to the value in hand. */
  const containers: object[] = [];
  const names: (string | number)[] = [];
  const visit = (node: unknown, depth: number): Json => {
    if (--budget < 0) throw tooLarge(lines && lineOf(lines, containers, names, depth));
    if (node === null || typeof node === 'string' || typeof node === 'boolean') return node;
    if (typeof node === 'number') return Number.isFinite(node) ? node : null;
    if (typeof node !== 'object') return null;
    if (depth > maxDepth) throw endless(lines && lineOf(lines, containers, names, depth));
    containers[depth] = node;
    if (isArray(node)) {
      for (let index = 0; index < node.length; index++) {
        const item = node[index];
        names[depth] = index;
        const sound = visit(item, depth + 1);
        if (sound !== item) node[index] = sound;
      }
      return node;
    }
    if (!isObject(node)) return null;
    for (const name of Object.keys(node)) {
      const member = node[name];
      names[depth] = name;
      const sound = visit(member, depth + 1);
      if (sound !== member) Object.defineProperty(node, name, { value: sound });
    }
    return node;
  };
  return visit(value, 1);
}

/** The line of the innermost value that stands where the way says: an alias leads on to lines elsewhere. */
function lineOf(
  lines: LineIndex,
  containers: readonly object[],
  names: readonly (string | number)[],
  depth: number,
): number | undefined {
  let range: LineRange | undefined;
  for (let level = 1; level < depth; level++) {
    const container = containers[level];
    const next = container && lines.get(container, String(names[level]));
    if (!next || (range && (next.line < range.line || next.endLine > range.endLine))) break;
    range = next;
  }
  return range?.line;
}

/** After the visit every member is sound: these guards let the type say so. */
function isArray(node: object): node is Json[] {
  return Array.isArray(node);
}

function isObject(node: object): node is JsonObject {
  const prototype: unknown = Object.getPrototypeOf(node);
  return prototype === Object.prototype || prototype === null;
}

function tooLarge(line: number | undefined): UnreadableText {
  return new UnreadableText(
    `The document unfolds to more than ${maxValues} values.`,
    line,
    'Replace YAML aliases by references to named components.',
  );
}

function endless(line: number | undefined): UnreadableText {
  return new UnreadableText(
    `Values are nested deeper than ${maxDepth} levels, or an alias contains itself.`,
    line,
    'Move inner schemas to named components and refer to them by $ref.',
  );
}
