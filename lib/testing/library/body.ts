import type { JsonObject } from '../../core/json';
import type { ContractOperation } from '../service/contract';
import { lookUp } from '../service/document';
import { breachProblem, problem } from '../service/reply';
import type { SchemaCheck } from '../service/schemas';

import type { FaultId } from './faults';
import { readForm, readMultipart } from './forms';
import { noUploads, readJson, textOf, type ReadBody, type Sent } from './sent';
import { elementName, parseXml, readElement } from './xml';

const largest = 256 * 1024;

/** The body of a request, or why it is refused: 413 for its size, 415 for its media type, 400 for its text, 422 for its schema. */
export function readBody(
  document: JsonObject,
  operation: ContractOperation,
  contentType: string,
  bytes: Buffer,
  check: SchemaCheck,
  faults: ReadonlySet<FaultId>,
): ReadBody {
  if (operation.body.size === 0) return { value: {}, uploads: noUploads };
  if (bytes.length === 0) return { refusal: problem(400, 'The body is missing') };
  const isLimited = lookUp(document, `${operation.pointer}/responses/413`) !== undefined;
  if (isLimited && bytes.length > largest && !faults.has('large-body-accepted'))
    return { refusal: problem(413, 'At most 256 KiB') };
  const [mediaType = '', ...rest] = contentType.toLowerCase().split(';');
  const charset = rest.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const [usual] = operation.body.keys();
  const isUnchecked = faults.has('media-type-unchecked') && !operation.body.has(mediaType.trim());
  const type = isUnchecked ? (usual ?? '') : mediaType.trim();
  const schema = isUtf8 ? operation.body.get(type) : undefined;
  if (schema === undefined)
    return { refusal: problem(415, `Send ${[...operation.body.keys()].join(' or ')}`) };
  const content = read(type, { document, schema, contentType, bytes, faults });
  if ('refusal' in content) return content;
  const breaches = check.breaches(schema, content.value);
  return breaches.length === 0 ? content : { refusal: breachProblem(422, breaches), value: content.value };
}

function read(mediaType: string, sent: Sent): ReadBody {
  if (mediaType === 'multipart/form-data') return readMultipart(sent);
  const text = textOf(sent.bytes);
  if (text === undefined) return { refusal: problem(400, 'The body is not UTF-8') };
  if (mediaType === 'application/x-www-form-urlencoded') return readForm(text, sent);
  return mediaType === 'application/xml' ? readXml(text, sent) : readJson(text, sent.faults);
}

function readXml(text: string, { document, schema, faults }: Sent): ReadBody {
  const element = parseXml(text);
  if (element === undefined || element.name !== elementName(document, schema)) {
    const status = faults.has('malformed-xml-answers-500') ? 500 : 400;
    return { refusal: problem(status, `The body is not XML with a ${elementName(document, schema)}`) };
  }
  return { value: readElement(document, schema, element), uploads: noUploads };
}
