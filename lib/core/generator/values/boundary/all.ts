import type { Json } from '../../../json';
import type { SchemaObject } from '../../../openapi/model';
import { makeAt, nextItem, rulesOf, sourceOf, type Bench } from '../bench';
import { characterCount } from '../character-count';
import { applyDelta, pointerOf } from '../delta';
import { longestText } from '../make-text';
import { around, stepOf } from '../numbers';
import type { Location } from '../pin';
import { isObject, sameJson } from '../same';
import { countOf, listOf, numberOf, typesOf } from '../sound';
import type { Boundary, Delta, NoValue, Variations } from '../types';
import { textsOfLength } from '../violation/texts';
import { isCarried } from '../wire';

import { branchName } from './branches';

interface Edge {
  keyword: string;
  limit: Json;
  id: string;
  /** Candidates, the best first. */
  values: Iterable<Json>;
  /** Why there is no value, where that is known beforehand. */
  otherwise?: string;
}

const longestEdgeList = 100;
/** Of a longer list of values, the others are not tried one by one. */
const mostListed = 300;

/** Every edge of what the schema allows, at any depth of the base value; the base's own values are not repeated. */
export function allBoundaries(bench: Bench): Variations<Boundary> {
  const found = new Map<string, Boundary>();
  const skipped = new Map<string, NoValue>();
  for (const location of bench.pinned.locations) {
    for (const node of location.nodes) {
      for (const { keyword, limit, id, values, otherwise } of edgesOf(bench, location, node)) {
        const source = sourceOf(bench, node, keyword);
        if (Array.isArray(values) && values.some((value) => sameJson(value, location.value))) continue;
        const delta = firstValid(bench, location, values);
        const key = `${pointerOf(location.path)} ${keyword} ${id}`;
        if (delta) found.set(key, { keyword, limit, id, delta, source });
        else {
          const reason = otherwise ?? `No valid value was found at ${id} of ${keyword}.`;
          skipped.set(`${source.file}#${source.pointer} ${reason}`, { reason, source });
        }
      }
    }
  }
  return { items: [...found.values()], skipped: [...skipped.values()] };
}

function firstValid(bench: Bench, { path }: Location, values: Iterable<Json>): Delta | undefined {
  const part = bench.partAt(path);
  const depth = part.path.length;
  for (const value of values) {
    const changed = applyDelta(part.value, { op: 'set', path: path.slice(depth), value });
    if (isCarried(changed, bench.place, depth) && bench.validator.isValid(part.schema, changed)) {
      return { op: 'set', path, value };
    }
  }
  return undefined;
}

function* edgesOf(bench: Bench, location: Location, node: SchemaObject): Generator<Edge> {
  const { value } = location;
  if (typeof value === 'string') yield* textEdges(bench, location, node, value);
  if (typeof value === 'number') yield* numberEdges(location, node);
  if (Array.isArray(value)) yield* listEdges(bench, location, node, value);
  yield* choiceEdges(bench, location, node);
}

function* textEdges(bench: Bench, location: Location, node: SchemaObject, value: string): Generator<Edge> {
  const { patterns, minLength, maxLength } = rulesOf(location);
  const edge = (keyword: string, limit: number, length: number): Edge => ({
    keyword,
    limit,
    id: `length-${length}`,
    values: isOfLength(value, length) ? [value] : textsOfLength(bench, value, length, patterns),
  });
  const tooLong = (keyword: string, limit: number): Edge => ({
    ...edge(keyword, limit, limit),
    values: [],
    otherwise: `The edge of ${keyword} is a longer text than ${longestText} characters.`,
  });
  const shortest = countOf(node.minLength);
  if (shortest !== undefined && shortest <= longestText) {
    yield edge('minLength', shortest, shortest);
    if (shortest < maxLength) yield edge('minLength', shortest, shortest + 1);
  }
  const longest = countOf(node.maxLength);
  if (longest === undefined) return;
  if (longest > longestText) return yield tooLong('maxLength', longest);
  if (longest > minLength) yield edge('maxLength', longest, longest - 1);
  yield edge('maxLength', longest, longest);
}

/** Whether the value is at the edge itself; blanks around it would not arrive everywhere. */
function isOfLength(value: string, length: number): boolean {
  return characterCount(value) === length && value.trim() === value;
}

function* numberEdges(location: Location, node: SchemaObject): Generator<Edge> {
  const isInteger = location.nodes.some((other) => typesOf(other)?.includes('integer'));
  const step = stepOf(rulesOf(location), isInteger);
  const edges = (keyword: string, bound: number | undefined, direction: 1 | -1, isOpen: boolean): Edge[] => {
    if (bound === undefined) return [];
    const near = around(bound, step)
      .filter((value) => (value - bound) * direction > 0 || (!isOpen && value === bound))
      .sort((left, right) => (left - right) * direction);
    const inner = near.filter((value) => value !== bound);
    const beside = { keyword, limit: bound, id: direction > 0 ? 'just-above' : 'just-below', values: inner };
    return isOpen ? [beside] : [{ keyword, limit: bound, id: 'at-bound', values: near }, beside];
  };
  yield* edges('minimum', numberOf(node.minimum), 1, false);
  yield* edges('maximum', numberOf(node.maximum), -1, false);
  yield* edges('exclusiveMinimum', numberOf(node.exclusiveMinimum), 1, true);
  yield* edges('exclusiveMaximum', numberOf(node.exclusiveMaximum), -1, true);
}

function* listEdges(bench: Bench, location: Location, node: SchemaObject, value: Json[]): Generator<Edge> {
  const { isUnique, minItems } = rulesOf(location);
  const bounds = [
    ['minItems', countOf(node.minItems)] as const,
    ['maxItems', countOf(node.maxItems)] as const,
  ];
  for (const [keyword, limit] of bounds) {
    if (limit === undefined) continue;
    if (limit > longestEdgeList) {
      const otherwise = `The edge of ${keyword} is a longer list than ${longestEdgeList} items.`;
      yield { keyword, limit, id: `${limit}-items`, values: [], otherwise };
      continue;
    }
    const list = value.slice(0, limit);
    while (list.length < limit) {
      const item = nextItem(bench, location, list, isUnique);
      if (item === undefined) break;
      list.push(item);
    }
    if (limit >= minItems)
      yield { keyword, limit, id: `${limit}-items`, values: list.length === limit ? [list] : [] };
  }
}

/** Each listed value, both truth values, null, and each branch. */
function* choiceEdges(bench: Bench, location: Location, node: SchemaObject): Generator<Edge> {
  const listed = listOf(node.enum) ?? [];
  for (const [index, value] of listed.slice(0, mostListed).entries()) {
    if (value !== null) yield { keyword: 'enum', limit: listed, id: `value-${index + 1}`, values: [value] };
  }
  if (listed.length > mostListed) {
    const otherwise = `Only the first ${mostListed} values of an enum are tried.`;
    yield { keyword: 'enum', limit: listed, id: 'others', values: [], otherwise };
  }
  const types = typesOf(node) ?? [];
  if (types.includes('boolean') && listed.length === 0) {
    for (const value of [true, false])
      yield { keyword: 'type', limit: 'boolean', id: String(value), values: [value] };
  }
  const isNullListed = rulesOf(location).values?.includes(null) ?? true;
  if (types.includes('null') && types.length > 1 && bench.place === 'json' && isNullListed) {
    yield { keyword: 'type', limit: types, id: 'null', values: [null] };
  }
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    for (const [index, branch] of (listOf(node[keyword]) ?? []).entries()) {
      if (bench.validator.isValid(branch, location.value)) continue;
      const value = makeAt(bench, [branch, withoutChoice(node, keyword)], location, 0);
      // An object is a branch of its own kind.
      if (value === undefined || isObject(value)) continue;
      const id = value === null ? 'null' : `as-${branchName(listOf(node[keyword]) ?? [], index)}`;
      yield { keyword, limit: index + 1, id, values: [value] };
    }
  }
}

/** What holds beside the choice. */
function withoutChoice(node: SchemaObject, keyword: 'oneOf' | 'anyOf'): SchemaObject {
  const { [keyword]: _, ...rest } = node;
  return rest;
}
