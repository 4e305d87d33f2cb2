import { essence, formatOf } from '../../generator/plan/media-type';
import type { Json } from '../../json';
import type { MediaType, Operation } from '../../openapi/model';
import type { Refusal } from '../exchange';
import { unreadableBodyStatus, wrongBodyStatus } from '../policy';
import type { World } from '../world';

import { readForm } from './form';
import { readJson } from './json';
import { largestBody } from './limits';
import { readMultipart } from './multipart';
import { textOf, type Unreadable } from './text';
import { issueText } from './words';
import { readXml } from './xml';

export interface Content {
  /** `undefined`: there is no body, or one that no schema rules. */
  value: Json | undefined;
  mediaType: string;
}

/** The described media type that one as it was sent is of. */
export function mediaOf(operation: Operation, sent: string): MediaType | undefined {
  const content = operation.requestBody?.content ?? [];
  const wanted = essence(sent);
  const [type] = wanted.split('/');
  return (
    content.find(({ mediaType }) => essence(mediaType) === wanted) ??
    content.find(({ mediaType }) => essence(mediaType) === `${type ?? ''}/*`) ??
    content.find(({ mediaType }) => essence(mediaType) === '*/*')
  );
}

/** The body of a request as the value that its schema describes, or why it is refused: 413, 415, unreadable, invalid. */
export function readBody(
  world: World,
  operation: Operation,
  contentType: string,
  bytes: Uint8Array,
): Content | { refusal: Refusal } {
  const { requestBody } = operation;
  if (!requestBody) return { value: undefined, mediaType: '' };
  const unreadable = (detail: string, status?: number) => ({
    refusal: { status: status ?? unreadableBodyStatus(operation), detail },
  });
  if (bytes.length === 0) {
    return requestBody.required ? unreadable('The body is missing.') : { value: undefined, mediaType: '' };
  }
  const limit = largestBody(operation);
  if (limit !== undefined && bytes.length > limit)
    return { refusal: { status: 413, detail: `A body has at most ${String(limit)} bytes.` } };
  const media = isUtf8(contentType) ? mediaOf(operation, contentType) : undefined;
  if (!media) {
    const types = requestBody.content.map(({ mediaType }) => mediaType).join(' or ');
    return { refusal: { status: 415, detail: `Send ${types}, in UTF-8.` } };
  }
  const read = readAs(world, media, contentType, bytes);
  if ('unreadable' in read) return unreadable(read.unreadable, read.status);
  const { value } = read;
  if (value === undefined || media.schema === undefined) return { value, mediaType: essence(contentType) };
  const issues = world.validator.errorsOf(media.schema, value);
  if (issues.length === 0) return { value, mediaType: essence(contentType) };
  const breaches = issues
    .slice(0, 20)
    .map((issue) => ({ place: issue.instancePath, message: issueText(issue) }));
  const detail = breaches.map(({ place, message }) => `${place} ${message}`.trim()).join('; ');
  return { refusal: { status: wrongBodyStatus(operation), detail, breaches } };
}

function readAs(
  world: World,
  media: MediaType,
  contentType: string,
  bytes: Uint8Array,
): { value: Json | undefined } | Unreadable {
  const format = formatOf(essence(contentType));
  if (format === 'multipart') return readMultipart(world.reader, media, contentType, bytes);
  if (format === 'raw' && !/^text\//.test(essence(contentType))) return { value: undefined };
  const text = textOf(bytes);
  if (text === undefined) return { unreadable: 'The body is not UTF-8.' };
  switch (format) {
    case 'json':
      return readJson(text);
    case 'form':
      return readForm(world.reader, media, text);
    case 'xml':
      return readXml(world.model.schemas, world.reader, media, text);
    default:
      return { value: text };
  }
}

function isUtf8(contentType: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";]*)/i.exec(contentType)?.[1];
  return charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset.trim());
}
