import { isJson } from '../../generator/plan/media-type';
import type { Validator } from '../../generator/values/validator';
import type { Json } from '../../json';
import type { Operation, Parameter } from '../../openapi/model';
import type { Breach } from '../exchange';

import { parameterTexts, type Names, type RawRequest } from './parameter-texts';
import type { Shape, TextReader } from './typed-text';
import { issueText } from './words';

/** The parameters of a request as values, and what is wrong with them. */
export interface Arguments {
  values: ReadonlyMap<Parameter, Json>;
  breaches: (Breach & { parameter: Parameter; isMissing?: true })[];
}

/** Headers that a document may list and that are described elsewhere (OpenAPI "Parameter Object"). */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/**
 * Reads every parameter in each form that its schema allows and keeps the first valid one.
 * @throws {Malformed} where a text is not percent-encoded UTF-8
 */
export function readParameters(
  operation: Operation,
  request: RawRequest,
  reader: TextReader,
  validator: Validator,
): Arguments {
  const values = new Map<Parameter, Json>();
  const breaches: Arguments['breaches'] = [];
  const taken = new Set(operation.parameters.map(({ name }) => name));
  for (const parameter of operation.parameters) {
    if (parameter.in === 'header' && ignoredHeaders.has(parameter.name.toLowerCase())) continue;
    const place = `${parameter.in}/${parameter.name}`;
    const read = readParameter(parameter, request, reader, validator, taken);
    if (read === undefined) {
      const isMissing = parameter.required || parameter.in === 'path';
      if (isMissing) breaches.push({ parameter, place, message: 'is missing', isMissing: true });
    } else if (read === 'repeated') {
      breaches.push({ parameter, place, message: 'is given more than once' });
    } else {
      values.set(parameter, read.value);
      if (read.isAllowedEmpty) continue;
      const [issue] = validator.errorsOf(parameter.schema, read.value);
      if (issue) breaches.push({ parameter, place, message: issueText(issue) });
    }
  }
  return { values, breaches };
}

type Read = { value: Json; isAllowedEmpty?: boolean } | 'repeated' | undefined;

function readParameter(
  parameter: Parameter,
  request: RawRequest,
  reader: TextReader,
  validator: Validator,
  taken: ReadonlySet<string>,
): Read {
  const { schema, mediaType } = parameter;
  if (mediaType !== undefined) {
    const found = parameterTexts(parameter, 'text', request, { described: new Set(), taken });
    if (found === undefined || found === 'repeated') return found;
    return { value: fromMediaType(mediaType, String(found.texts)) };
  }
  const names: Names = { described: reader.namesOf(schema), taken };
  const shapes = reader.shapesOf(schema);
  const order: Shape[] = ['object', 'list', 'text'];
  let last: Read;
  for (const shape of order.filter((each) => shapes.has(each))) {
    const found = parameterTexts(parameter, shape, request, names);
    if (found === undefined) continue;
    if (found === 'repeated') {
      last ??= found;
      continue;
    }
    const value = reader.read(schema, found.texts);
    if (validator.isValid(schema, value)) return { value };
    last = { value, isAllowedEmpty: parameter.allowEmptyValue && found.texts === '' };
  }
  return last;
}

/** OpenAPI "Parameter Object", `content`. Text that is not JSON stays text, and its schema refuses it. */
function fromMediaType(mediaType: string, text: string): Json {
  if (!isJson(mediaType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
