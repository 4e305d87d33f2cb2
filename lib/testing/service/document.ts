import { readFileSync } from 'node:fs';

import { load } from 'js-yaml';
import { z } from 'zod';

import type { Json, JsonObject } from '../../core/json';

const json: z.ZodType<Json> = z.json();

/** A document as its YAML text holds it. */
export function readYaml(file: URL): JsonObject {
  return objectAt(json.parse(load(readFileSync(file, 'utf8'))), '');
}

export function isObject(value: Json | Buffer | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}

/** The value at a JSON Pointer (RFC 6901); `undefined` where nothing stands. */
export function lookUp(document: Json, pointer: string): Json | undefined {
  let at: Json | undefined = document;
  for (const token of tokens(pointer)) {
    if (Array.isArray(at)) at = at[Number(token)];
    else if (isObject(at)) at = Object.hasOwn(at, token) ? at[token] : undefined;
    else return undefined;
  }
  return at;
}

export function objectAt(document: Json, pointer: string): JsonObject {
  const value = lookUp(document, pointer);
  if (!isObject(value)) throw new Error(`The document has no object at ${pointer || 'its root'}.`);
  return value;
}

/** A copy of the document with one place set, or removed when the value is `undefined`. */
export function withPlace(document: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  const copy = structuredClone(document);
  const path = tokens(pointer);
  const name = path.pop() ?? '';
  const at = path.map((token) => `/${escapeToken(token)}`).join('');
  const list = lookUp(copy, at);
  if (Array.isArray(list) && value !== undefined) {
    list[Number(name)] = value;
    return copy;
  }
  const parent = objectAt(copy, at);
  if (value === undefined) {
    if (!(name in parent)) throw new Error(`The document has nothing at ${pointer}.`);
    Reflect.deleteProperty(parent, name);
  } else parent[name] = value;
  return copy;
}

/** Where a `$ref` inside the document leads, or the pointer itself. */
export function dereference(document: Json, pointer: string): string {
  const value = lookUp(document, pointer);
  const target = isObject(value) ? value['$ref'] : undefined;
  return typeof target === 'string' ? dereference(document, target.slice(1)) : pointer;
}

export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

function tokens(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
