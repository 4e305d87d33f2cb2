import type { Json } from '../../../json';
import type { JsonType } from '../../../openapi/model';
import { listOf, typesOf } from '../sound';
import { isTextPlace } from '../wire';

import { replacing, type Proposer } from './proposal';

const samples: readonly [string, JsonType, readonly Json[]][] = [
  ['string', 'string', ['not-valid', 'text']],
  ['integer', 'integer', [12345, 2]],
  ['fraction', 'number', [1.5, 12345.5]],
  ['boolean', 'boolean', [true]],
  ['array', 'array', [['text'], [1]]],
  ['object', 'object', [{ key: 'value' }]],
  ['null', 'null', [null]],
];
/** Text that no reader takes for a value of the type. */
const textSamples: Readonly<Partial<Record<JsonType, readonly [string, Json][]>>> = {
  integer: [
    ['not-a-number', 'not-a-number'],
    ['fraction', 1.5],
  ],
  number: [['not-a-number', 'not-a-number']],
  boolean: [
    ['not-a-boolean', 'not-a-boolean'],
    ['number', 2],
  ],
  array: [['not-a-list', 'not-a-list']],
  object: [['not-an-object', 'not-an-object']],
};

/** `type`: a value of each other type; as text only what cannot be read as the right one. */
export const wrongType: Proposer = function* (bench, location, node) {
  const types = typesOf(node);
  if (!types) return;
  const limit = types.length === 1 ? (types[0] ?? null) : types;
  if (isTextPlace(bench.place)) {
    for (const [id, value] of textSamples[types[0] ?? 'string'] ?? []) {
      yield replacing(location, node, 'type', limit, id, [value]);
    }
    return;
  }
  const numeric = types.includes('number');
  for (const [id, type, values] of samples) {
    if (types.includes(type) || (type === 'integer' && numeric)) continue;
    if (type === 'number' && !types.includes('integer')) continue;
    yield replacing(location, node, 'type', limit, id, values);
  }
};

/** `enum`, `const`: a value of the same type that is not listed, and a listed one in other letters. */
export const unlistedValue: Proposer = function* (_bench, location, node) {
  for (const keyword of ['enum', 'const'] as const) {
    const listed =
      keyword === 'enum' ? listOf(node.enum) : node.const === undefined ? undefined : [node.const];
    if (!listed) continue;
    const limit = keyword === 'enum' ? listed : (node.const ?? null);
    const others = outside(listed);
    // A list of both truth values says no more than the type.
    if (others.length > 0) yield replacing(location, node, keyword, limit, 'outside', others);
    const text = listed.find(
      (value) => typeof value === 'string' && value.toLowerCase() !== value.toUpperCase(),
    );
    if (typeof text !== 'string') continue;
    const variants = [text.toUpperCase(), text.toLowerCase()].filter((variant) => !listed.includes(variant));
    if (variants.length > 0) yield replacing(location, node, keyword, limit, 'case-variant', variants);
  }
};

function outside(listed: readonly Json[]): Json[] {
  const texts = listed.filter((value) => typeof value === 'string');
  const numbers = listed.filter((value) => typeof value === 'number');
  const values: Json[] = [];
  if (texts.length > 0) values.push('unknown_value', 'unknown', 'zzz', `${texts[0]}x`, 'z', '');
  if (numbers.length > 0) {
    // Lists may be longer than the arguments of a call can be.
    const highest = numbers.reduce((most, each) => Math.max(most, each));
    const lowest = numbers.reduce((least, each) => Math.min(least, each));
    values.push(highest + 1, lowest - 1, 999);
  }
  const isOfBooleans = listed.every((value) => typeof value === 'boolean');
  if (isOfBooleans) return [!listed[0]].filter((value) => !listed.includes(value));
  if (values.length === 0) values.push('unknown_value', { unknown: true }, ['unknown']);
  return values.filter((value) => !listed.includes(value));
}
