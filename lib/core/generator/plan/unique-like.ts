import type { Json } from '../../json';
import type { Schema } from '../../openapi/model';
import type { Values } from '../values/types';

import { literal, type Expression } from './expression';
import { help } from './named';
import type { Override } from './request-body';
import { bare } from './words';

/** Names of members that a server usually keeps apart; `couponCode` in an order names something else. */
const identifying = new Set(
  'sku slug code key isbn ean gtin barcode handle username login number serial serialnumber'.split(' '),
);
const enoughPlaces = 6;

/**
 * Members such as `sku` that must differ from run to run but have a pattern, so that no suffix fits them: made anew in
 * the shape of the given value, where every value of that shape is valid.
 */
export function uniqueLike(
  values: Values,
  schema: Schema,
  body: Json,
  noun: string,
  taken: Override[],
): Override[] {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const word = bare(name);
    const own = word.startsWith(bare(noun)) ? word.slice(bare(noun).length) : word;
    if (typeof value !== 'string' || !identifying.has(own)) return [];
    if (taken.some((each) => each.path[0] === name)) return [];
    const isFree = probes(value).every((probe) => values.isValid(schema, { ...body, [name]: probe }));
    const expression: Expression = help('unique_like', [literal(value)]);
    return isFree ? [{ path: [name], value: expression }] : [];
  });
}

/** Values of the same shape from all over it; none where the shape has too few places to be unique. */
function probes(value: string): string[] {
  const places = value.replace(/[^A-Za-z0-9]/g, '').length;
  if (places < enoughPlaces) return [''];
  const step = (text: string, by: number): string =>
    text.replace(/[A-Za-z0-9]/g, (character, index: number) => shifted(character, by * (index + 1)));
  const ends = [
    value.replace(/[0-9]/g, '0').replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A'),
    value.replace(/[0-9]/g, '9').replace(/[a-z]/g, 'z').replace(/[A-Z]/g, 'Z'),
  ];
  return [...ends, ...[1, 3, 7, 11, 17].map((by) => step(value, by))];
}

function shifted(character: string, by: number): string {
  const [first, size] = /[0-9]/.test(character) ? ['0', 10] : /[a-z]/.test(character) ? ['a', 26] : ['A', 26];
  const base = first.charCodeAt(0);
  return String.fromCharCode(base + ((character.charCodeAt(0) - base + by) % size));
}
