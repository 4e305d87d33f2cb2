import type { Json } from '../../json';
import type { Schema } from '../../openapi/model';

import { isObject } from './same';
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
 * cannot be sent as it is, the answer is no.
 */
export function survivesWire(validator: Validator, schema: Schema, value: Json, place: Place): boolean {
  if (place === 'json') return true;
  if (!isCarried(value, place, 0)) return false;
  return readings(value, place, 0).every((reading) => !validator.isValid(schema, reading));
}

/** Whether each part of a value can be sent: there is no null, no empty list and no empty object in text. */
export function isCarried(value: Json, place: Place, depth: number): boolean {
  if (place === 'json') return true;
  if (typeof value === 'string') return isSendable(value, place) && (depth === 0 || !isSplit(value, place));
  if (value === null) return false;
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((item) => isCarried(item, place, depth + 1));
  }
  if (!isObject(value)) return true;
  const inner = place === 'multipart' && depth > 0 ? 'json' : place;
  const members = Object.entries(value);
  return (
    members.length > 0 && members.every(([name, member]) => name !== '' && isCarried(member, inner, depth))
  );
}

/** A delimiter within a list's member would make two of it. */
function isSplit(text: string, place: Place): boolean {
  return place !== 'form' && place !== 'multipart' && /[,|; \t]/.test(text);
}

const mostReadings = 64;

function readings(value: Json, place: Place, depth: number): Json[] {
  if (Array.isArray(value)) return listReadings(value, place, depth);
  if (isObject(value)) return objectReadings(value, place, depth);
  const texts = textReadings(typeof value === 'string' ? value : JSON.stringify(value));
  if (depth > 0 || typeof value !== 'string')
    return depth > 0 ? texts : [...texts, ...texts.map((text) => [text])];
  const split = /[,|; ]/.test(value) ? value.split(/[,|; ]+/).map((part) => textReadings(part)) : [];
  const lists =
    split.length > 0 ? [split.map((part) => part[0] ?? ''), split.map((part) => part.at(-1) ?? '')] : [];
  return [...texts, ...texts.map((text) => [text]), ...lists];
}

function listReadings(value: Json[], place: Place, depth: number): Json[] {
  const items = value.map((item) => readings(item, place, depth + 1));
  const uniform = [items.map((item) => item[0] ?? null), items.map((item) => item.at(-1) ?? null)];
  const mixed = items.flatMap((item, index) =>
    item.slice(1).map((reading) => items.map((other, at) => (at === index ? reading : (other[0] ?? null)))),
  );
  const single = value.length === 1 ? (items[0] ?? []) : [];
  return [...uniform, ...mixed.slice(0, mostReadings), ...single];
}

function objectReadings(value: { [name: string]: Json }, place: Place, depth: number): Json[] {
  if (place === 'multipart' && depth > 0) return [value];
  const members = Object.entries(value).map(([name, member]): [string, Json[]] => [
    name,
    readings(member, place, place === 'multipart' ? 1 : depth),
  ]);
  // Every member in its own type is what a server makes of it by the schema; other mixtures are read member by member.
  const typed = (choose: (all: Json[], name: string) => Json) =>
    Object.fromEntries(members.map(([name, all]) => [name, choose(all, name)]));
  const native = (name: string) => value[name] ?? null;
  const others = members.flatMap(([changed, all]) =>
    all.map((reading) => typed((_own, name) => (name === changed ? reading : native(name)))),
  );
  return [value, typed((all) => all[0] ?? null), ...others.slice(0, mostReadings * 4)];
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
