import type { Json } from '../../json';
import type { Schema } from '../../openapi/model';

import { isObject } from './same';
import { memberOf } from './sound';
import type { Place } from './types';
import type { Validator } from './validator';

/** Places where a server sees text and gives it a type by the schema. */
export function isTextPlace(place: Place): boolean {
  return place !== 'json';
}

/**
 * Whether a client can put a text at a place so that exactly it arrives: RFC 3986 for paths and queries, RFC 9110
 * 5.5 for header fields, RFC 6265 4.1.1 for cookies.
 */
export function isSendable(text: string, place: Place): boolean {
  if (place === 'json') return true;
  if (/[\uD800-\uDFFF]/.test(text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, ''))) return false;
  switch (place) {
    case 'path':
      // A slash splits the segment on many servers even when it is encoded; dots are resolved by clients.
      return text !== '' && !/^\.{1,2}$/.test(text) && !/[/\\%\p{Cc}]/u.test(text) && text.length <= 2000;
    case 'header':
      return /^[\x21-\x7e]+( +[\x21-\x7e]+)*$/.test(text) && text.length <= 4000;
    case 'cookie':
      return /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/.test(text) && text.length <= 2000;
    case 'query':
      // An empty value reads as an absent one on many servers.
      return text !== '' && !/\p{Cc}/u.test(text) && text.length <= 4000;
    default:
      return text !== '' && !/\p{Cc}/u.test(text);
  }
}

/**
 * Whether an invalid value is still invalid after it travelled. At text places a server may understand a text as text,
 * number or truth value, a list as one text, a single text as a list: if any such reading is valid, or if the value
 * cannot be sent as it is, the answer is no. `changed` leads to the member that makes the value invalid; the others are
 * taken as the schema has them. `depth` is that of the value in what is sent.
 */
export function survivesWire(
  validator: Validator,
  schema: Schema,
  value: Json,
  place: Place,
  changed: { path: readonly (string | number)[]; depth: number },
): boolean {
  if (place === 'json') return true;
  if (!isCarried(value, place, changed.depth)) return false;
  return readings(value, place, changed.path, changed.depth, false).every(
    (reading) => reading === value || !validator.isValid(schema, reading),
  );
}

/** Whether each part of a value can be sent: there is no null, no empty list and no empty object in text. */
export function isCarried(value: Json, place: Place, depth: number): boolean {
  if (place === 'json') return true;
  if (typeof value === 'string') return isSendable(value, place) && (depth === 0 || !isSplit(value, place));
  if (value === null) return false;
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((item) => isCarried(item, place, depth + 1));
  }
  // A part of a multipart body that is an object is JSON (OpenAPI 3.1, 4.8.15.1.1).
  if (!isObject(value) || (place === 'multipart' && depth > 0)) return true;
  const members = Object.entries(value);
  // A form without fields is an empty body.
  if (members.length === 0) return depth === 0 && (place === 'form' || place === 'multipart');
  return members.every(([name, member]) => name !== '' && isCarried(member, place, depth + 1));
}

/** A delimiter within a list's member would make two of it. */
function isSplit(text: string, place: Place): boolean {
  return place !== 'form' && place !== 'multipart' && /[,|; \t]/.test(text);
}

const mostReadings = 64;

function readings(
  value: Json,
  place: Place,
  changed: readonly (string | number)[],
  depth: number,
  isItem: boolean,
): Json[] {
  if (Array.isArray(value)) return listReadings(value, place, depth);
  if (isObject(value)) return objectReadings(value, place, changed, depth);
  const texts = textReadings(typeof value === 'string' ? value : JSON.stringify(value));
  if (isItem) return texts;
  const parts =
    typeof value === 'string' && /[,|; ]/.test(value) ? value.split(/[,|; ]+/).map(textReadings) : [];
  const lists = parts.length > 0 ? alike(parts) : [];
  return [...texts, ...texts.map((text) => [text]), ...lists];
}

const plainest = (all: Json[]): Json => all[0] ?? null;

/** Several texts read alike: all as texts, all that can be as numbers, and so on. */
function alike(items: Json[][]): Json[][] {
  return ['string', 'number', 'boolean', 'object'].map((kind) =>
    items.map((item) => item.find((reading) => typeof reading === kind) ?? plainest(item)),
  );
}

function listReadings(value: Json[], place: Place, depth: number): Json[] {
  const items = value.map((item) => readings(item, place, [], depth + 1, true));
  const mixed = items.flatMap((item, index) =>
    item.slice(1).map((reading) => items.map((other, at) => (at === index ? reading : plainest(other)))),
  );
  const single = value.length === 1 ? (items[0] ?? []) : [];
  return [...alike(items), ...mixed.slice(0, mostReadings), ...single];
}

/** Every member in its own type is what a server makes of it by the schema; the changed one also in its other readings. */
function objectReadings(
  value: { [name: string]: Json },
  place: Place,
  changed: readonly (string | number)[],
  depth: number,
): Json[] {
  const [name, ...inner] = changed;
  const member = typeof name === 'string' ? memberOf(value, name) : undefined;
  const isJson = place === 'multipart' && depth > 0;
  if (member === undefined || typeof name !== 'string' || isJson) return [value];
  const others = readings(member, place, inner, depth + 1, false);
  const different = others.filter((reading) => reading !== member);
  return [value, ...different.map((reading) => ({ ...value, [name]: reading }))];
}

/** The JSON values that a lenient server may take a text for, the text itself first. */
export function textReadings(text: string): Json[] {
  const plain = text.trim();
  const result: Json[] = [text];
  if (/^[+-]?(\d[\d_]*\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain)) {
    const number = Number(plain.replaceAll('_', ''));
    if (Number.isFinite(number))
      result.push(number, Math.trunc(number) === number ? Math.trunc(number) : number);
  }
  if (/^(nan|[+-]?inf(inity)?|0x[\da-f]+)$/i.test(plain)) result.push(0);
  if (/^(true|1|yes|on|t|y)$/i.test(plain)) result.push(true);
  if (/^(false|0|no|off|f|n|)$/i.test(plain)) result.push(false);
  if (/^(null|none|nil|)$/i.test(plain)) result.push(null);
  return result;
}
