import type { Json, JsonObject } from '../../core/json';
import { dereference, isObject, lookUp } from '../service/document';
import { readPairs } from '../service/pairs';
import { problem } from '../service/reply';
import { readText, shapeAt } from '../service/text-shape';

import { readParts, type Upload } from './multipart';
import { noUploads, readJson, textOf, type ReadBody, type Sent } from './sent';

/** `application/x-www-form-urlencoded` with the Encoding Objects of the document. */
export function readForm(text: string, { document, schema }: Sent): ReadBody {
  const pairs = readPairs(text);
  if (pairs === 'malformed') return { refusal: problem(400, 'The form is not percent-encoded UTF-8') };
  const { properties } = shapeAt(document, schema);
  const value: JsonObject = {};
  for (const name of new Set(pairs.map((pair) => pair.name))) {
    const found = pairs.filter((pair) => pair.name === name);
    const shape = properties.get(name);
    const { items } = shape ?? {};
    const at = schema.replace(/\/schema$/, '');
    const isJoined = lookUp(document, `${at}/encoding/${name}/explode`) === false;
    const texts = isJoined ? found.flatMap((pair) => pair.parts('form')) : found.map((pair) => pair.value);
    if (items !== undefined) value[name] = texts.map((one) => readText(one, items));
    else if (texts.length > 1) value[name] = texts;
    else value[name] = shape === undefined ? (texts[0] ?? '') : readText(texts[0] ?? '', shape);
  }
  return { value, uploads: noUploads };
}

/** `multipart/form-data` with the media types that the document's Encoding Objects allow. */
export function readMultipart({ document, schema, contentType, bytes, faults }: Sent): ReadBody {
  const parts = readParts(contentType, bytes);
  if (parts === undefined) return { refusal: problem(400, 'The body is not multipart/form-data') };
  const value: JsonObject = {};
  const uploads = new Map<string, Upload>();
  const at = schema.replace(/\/schema$/, '');
  for (const { name, mediaType, isTyped, bytes: content } of parts) {
    const member = lookUp(
      document,
      dereference(document, `${dereference(document, schema)}/properties/${name}`),
    );
    const isBinary = isObject(member) && member['format'] === 'binary';
    const allowed = typesOf(lookUp(document, `${at}/encoding/${name}/contentType`));
    const isChecked = (isTyped || isBinary) && !faults.has('cover-part-type-unchecked');
    if (isChecked && member !== undefined && !allowed.includes(mediaType))
      return { refusal: problem(415, `Send ${name} as ${allowed.join(' or ')}`) };
    if (isBinary) {
      uploads.set(name, { mediaType: allowed.includes(mediaType) ? mediaType : 'image/png', bytes: content });
      value[name] = '';
      continue;
    }
    const text = textOf(content);
    if (text === undefined) return { refusal: problem(400, `${name} is not UTF-8`) };
    const part = allowed.includes('application/json') ? readJson(text, faults) : { value: text };
    if ('refusal' in part) return { refusal: part.refusal };
    value[name] = Object.hasOwn(value, name) ? [value[name] ?? null, part.value] : part.value;
  }
  return { value, uploads };
}

function typesOf(contentType: Json | undefined): string[] {
  return typeof contentType === 'string' ? contentType.split(',').map((one) => one.trim()) : ['text/plain'];
}
