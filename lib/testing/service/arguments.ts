import type { IncomingHttpHeaders } from 'node:http';

import type { Json } from '../../core/json';

import type { ContractOperation, ContractParameter } from './contract';
import { readPairs, type Pair } from './pairs';
import type { Breach, SchemaCheck } from './schemas';
import { readText } from './text-shape';

export interface RequestParts {
  path: Readonly<Record<string, string>>;
  /** As it was sent, with or without its question mark. */
  query: string;
  headers: IncomingHttpHeaders;
}

/** The parameters of a request as values of their schemas' types, and what is wrong with them. */
export function readArguments(operation: ContractOperation, request: RequestParts, check: SchemaCheck) {
  const values: Record<string, Json> = {};
  const breaches: Breach[] = [];
  const query = readPairs(request.query.replace(/^\?/, ''));
  const cookies = readPairs((request.headers.cookie ?? '').replaceAll(/;\s*/g, '&'));
  if (query === 'malformed' || cookies === 'malformed')
    return { values, breaches: [{ place: 'query', message: 'is not percent-encoded UTF-8' }] };
  for (const parameter of operation.parameters) {
    const place = `${parameter.in}/${parameter.name}`;
    const value = readParameter(parameter, request, parameter.in === 'cookie' ? cookies : query);
    if (value === undefined) {
      if (parameter.required) breaches.push({ place, message: 'is missing' });
      continue;
    }
    if (value === 'repeated') {
      breaches.push({ place, message: 'is given more than once' });
      continue;
    }
    breaches.push(...check.breaches(parameter.schema, value.read).map(({ message }) => ({ place, message })));
    values[parameter.name] = value.read;
  }
  return { values, breaches };
}

type Read = { read: Json } | 'repeated' | undefined;

function readParameter(parameter: ContractParameter, request: RequestParts, pairs: readonly Pair[]): Read {
  const { name, shape, style } = parameter;
  if (parameter.in === 'path' || parameter.in === 'header') {
    const text = parameter.in === 'path' ? request.path[name] : request.headers[name.toLowerCase()];
    if (text === undefined) return undefined;
    const whole = [text].flat().join(',');
    if (style !== 'label') return { read: one(whole.split(','), whole, parameter) };
    if (!whole.startsWith('.')) return { read: whole };
    return { read: one(whole.slice(1).split(parameter.explode ? '.' : ','), whole.slice(1), parameter) };
  }
  if (style === 'deepObject') return deepObject(parameter, pairs);
  const found = pairs.filter((pair) => pair.name === name);
  const [first] = found;
  if (first === undefined) return undefined;
  if (shape.type === 'array' && parameter.explode && style === 'form')
    return {
      read: one(
        found.map(({ value }) => value),
        '',
        parameter,
      ),
    };
  if (found.length > 1) return 'repeated';
  return { read: one(first.parts(style), first.value, parameter) };
}

function one(parts: readonly string[], whole: string, { shape }: ContractParameter): Json {
  const { items } = shape;
  if (items === undefined) return readText(whole, shape);
  return parts.length === 1 && parts[0] === '' ? [] : parts.map((part) => readText(part, items));
}

/** `filter[kind]=book` (OpenAPI "Style Values", deepObject). */
function deepObject({ name, shape }: ContractParameter, pairs: readonly Pair[]): Read {
  const members = new Map<string, Json>();
  for (const pair of pairs) {
    if (!pair.name.startsWith(`${name}[`) || !pair.name.endsWith(']')) continue;
    const key = pair.name.slice(name.length + 1, -1);
    if (members.has(key)) return 'repeated';
    members.set(
      key,
      readText(pair.value, shape.properties.get(key) ?? { type: 'string', properties: new Map() }),
    );
  }
  return members.size === 0 ? undefined : { read: Object.fromEntries(members) };
}
