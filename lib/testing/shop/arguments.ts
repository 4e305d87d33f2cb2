import type { IncomingHttpHeaders } from 'node:http';

import type { Json } from '../../core/json';

import type { ContractOperation, ContractParameter } from './contract';
import type { Breach, SchemaCheck } from './schemas';

export interface RequestParts {
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/** The parameters of a request as values of their schemas' types, and what is wrong with them. */
export function readArguments(operation: ContractOperation, request: RequestParts, check: SchemaCheck) {
  const values: Record<string, Json> = {};
  const breaches: Breach[] = [];
  for (const parameter of operation.parameters) {
    const place = `${parameter.in}/${parameter.name}`;
    const texts = textsOf(parameter, request);
    const [text] = texts;
    if (text === undefined) {
      if (parameter.required) breaches.push({ place, message: 'is missing' });
      continue;
    }
    if (texts.length > 1) {
      breaches.push({ place, message: 'is given more than once' });
      continue;
    }
    const value = parse(text, parameter.type);
    breaches.push(...check.breaches(parameter.schema, value).map(({ message }) => ({ place, message })));
    values[parameter.name] = value;
  }
  return { values, breaches };
}

function textsOf({ in: place, name }: ContractParameter, { path, query, headers }: RequestParts): string[] {
  if (place === 'query') return query.getAll(name);
  const text = place === 'path' ? path[name] : headers[name.toLowerCase()];
  return text === undefined ? [] : [text].flat();
}

/** Text that is not of the type stays text, and its schema refuses it. */
function parse(text: string, type: string): Json {
  if (type === 'integer' && /^-?(0|[1-9]\d*)$/.test(text)) return Number(text);
  if (type === 'array') return text === '' ? [] : text.split(',');
  return text;
}
