import { essence, isJson } from '../../generator/plan/media-type';
import type { Json, JsonObject } from '../../json';
import type { MediaType, Schema } from '../../openapi/model';

import { readJson } from './json';
import { textOf, type Unreadable } from './text';
import type { TextReader } from './typed-text';

interface Part {
  name: string;
  mediaType: string | undefined;
  isFile: boolean;
  bytes: Uint8Array;
}

/**
 * `multipart/form-data` (RFC 7578) with the media types that the document's Encoding Objects allow. A file is an empty text
 * in the value: no schema says more of it.
 */
export function readMultipart(
  reader: TextReader,
  media: MediaType,
  contentType: string,
  bytes: Uint8Array,
): { value: Json } | Unreadable {
  const parts = partsOf(contentType, bytes);
  if (!parts) return { unreadable: 'The body is not multipart/form-data.' };
  const value: JsonObject = {};
  const lists = new Map<string, Json[]>();
  for (const part of parts) {
    const schema = reader.schemaOfMember(media.schema ?? true, part.name);
    const read = readPart(reader, schema, media.encoding[part.name]?.contentType, part);
    if ('unreadable' in read) return read;
    lists.set(part.name, [...(lists.get(part.name) ?? []), read.value]);
  }
  for (const [name, values] of lists) {
    const isList = reader.shapesOf(reader.schemaOfMember(media.schema ?? true, name)).has('list');
    const [first = null] = values;
    value[name] = values.length === 1 && (!isList || Array.isArray(first)) ? first : values;
  }
  return { value };
}

function readPart(
  reader: TextReader,
  schema: Schema,
  allowed: string | undefined,
  { name, mediaType, isFile, bytes }: Part,
): { value: Json } | Unreadable {
  const types = (allowed ?? '')
    .split(',')
    .map(essence)
    .filter((type) => type !== '');
  const isChecked = types.length > 0 && mediaType !== undefined;
  if (isChecked && !types.some((type) => covers(type, mediaType)))
    return { unreadable: `Send ${name} as ${types.join(' or ')}.`, status: 415 };
  if (isFile || reader.isBinary(schema)) return { value: '' };
  const text = textOf(bytes);
  if (text === undefined) return { unreadable: `${name} is not UTF-8.` };
  const shapes = reader.shapesOf(schema);
  const isStructure = shapes.has('object') && !shapes.has('text');
  if (isJson(mediaType ?? '') || types.some(isJson) || isStructure) {
    const read = readJson(text);
    if (!('unreadable' in read) || isJson(mediaType ?? '')) return read;
  }
  return { value: reader.read(schema, text) };
}

function covers(range: string, mediaType: string): boolean {
  return (
    range === '*/*' ||
    range === mediaType ||
    (range.endsWith('/*') && mediaType.startsWith(range.slice(0, -1)))
  );
}

/** The parts; `undefined` where they cannot be told apart. */
function partsOf(contentType: string, bytes: Uint8Array): Part[] | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]?.trim();
  if (boundary === undefined) return undefined;
  const text = `\r\n${binary(bytes)}`;
  const pieces = text.split(`\r\n--${boundary}`);
  const end = pieces.at(-1) ?? '';
  if (pieces.length < 2 || !end.startsWith('--')) return undefined;
  const parts = pieces.slice(1, -1).map(partOf);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function partOf(piece: string): Part | undefined {
  const cut = piece.indexOf('\r\n\r\n');
  if (cut < 0) return undefined;
  const head = textOf(bytesOf(piece.slice(0, cut))) ?? '';
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const name = /[; ]name="([^"]*)"/i.exec(disposition)?.[1];
  const type = /^content-type:([^\r\n]*)/im.exec(head)?.[1];
  if (name === undefined) return undefined;
  return {
    name: name.replace(/%22/g, '"').replace(/\[\]$/, ''),
    mediaType: type === undefined ? undefined : essence(type),
    isFile: /filename\*?=/i.test(disposition),
    bytes: bytesOf(piece.slice(cut + 4)),
  };
}

/** One character for each byte. */
function binary(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
