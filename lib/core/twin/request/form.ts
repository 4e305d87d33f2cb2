import { isJson } from '../../generator/plan/media-type';
import type { Json, JsonObject } from '../../json';
import type { Encoding, MediaType, Parameter, Schema } from '../../openapi/model';

import { formPairs, Malformed, type Pair } from './pairs';
import { parameterTexts, type RawRequest } from './parameter-texts';
import type { Unreadable } from './text';
import type { Shape, TextReader } from './typed-text';

/** `application/x-www-form-urlencoded` with the Encoding Objects of the document. */
export function readForm(reader: TextReader, media: MediaType, text: string): { value: Json } | Unreadable {
  try {
    return { value: fieldsOf(reader, media, formPairs(text)) };
  } catch (cause) {
    if (cause instanceof Malformed) return { unreadable: 'The form is not percent-encoded UTF-8.' };
    throw cause;
  }
}

function fieldsOf(reader: TextReader, media: MediaType, pairs: readonly Pair[]): JsonObject {
  const schema = media.schema ?? true;
  const value: JsonObject = {};
  const names = new Set(pairs.map(([name]) => name.replace(/\[.*$/, '')));
  for (const name of names) {
    const own = reader.schemaOfMember(schema, name);
    const read = fieldOf(reader, own, name, media.encoding[name] ?? {}, pairs);
    if (read !== undefined) value[name] = read;
  }
  return value;
}

function fieldOf(
  reader: TextReader,
  schema: Schema,
  name: string,
  encoding: Encoding,
  pairs: readonly Pair[],
): Json | undefined {
  const request: RawRequest = { path: {}, query: pairs, cookies: [], headers: {} };
  const shapes = reader.shapesOf(schema);
  const style = encoding.style ?? 'form';
  const parameter: Parameter = {
    name,
    in: 'query',
    required: false,
    deprecated: false,
    style,
    explode: encoding.explode ?? style === 'form',
    allowReserved: false,
    allowEmptyValue: false,
    schema,
    examples: [],
    source: { file: '', pointer: '' },
  };
  const read = (shape: Shape) =>
    parameterTexts(parameter, shape, request, { described: reader.namesOf(schema), taken: new Set() });
  const isStyled = encoding.style !== undefined || encoding.explode !== undefined;
  if (shapes.has('object') && (isStyled || style === 'deepObject')) {
    const found = read('object');
    if (found !== undefined && found !== 'repeated') return reader.read(schema, found.texts);
  }
  if (shapes.has('list')) {
    const found = read('list');
    if (found !== undefined && found !== 'repeated') {
      const { texts } = found;
      const asJson = Array.isArray(texts) && texts.length === 1 ? jsonStructure(texts[0]) : undefined;
      return Array.isArray(asJson) ? asJson : reader.read(schema, texts);
    }
  }
  const found = read('text');
  if (found === 'repeated') {
    const all = parameterTexts({ ...parameter, explode: true, style: 'form' }, 'list', request, {
      described: new Set(),
      taken: new Set(),
    });
    return all === undefined || all === 'repeated' ? undefined : reader.read(schema, all.texts);
  }
  if (found === undefined) return undefined;
  const isObject = shapes.has('object') || isJson(encoding.contentType ?? '');
  return (isObject ? jsonStructure(found.texts) : undefined) ?? reader.read(schema, found.texts);
}

/** An object in a form is JSON text unless the document gives it a style (OpenAPI "Encoding Object"). */
function jsonStructure(text: unknown): Json | undefined {
  if (typeof text !== 'string' || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
