import type { Parameter } from '../../openapi/model';

import { decode, decodeForm, type Pair } from './pairs';
import type { Shape, Texts } from './typed-text';

/** A request before anything is decoded. */
export interface RawRequest {
  /** By name, as they stand in the path. */
  path: Readonly<Record<string, string>>;
  query: readonly Pair[];
  cookies: readonly Pair[];
  headers: Readonly<Record<string, string>>;
}

/** What is told apart from members of an exploded object: names of other parameters, and the members described. */
export interface Names {
  described: ReadonlySet<string>;
  taken: ReadonlySet<string>;
}

const asIs = (text: string): string => text;
/** The texts of a parameter. */
export interface Found {
  texts: Texts;
}

/**
 * Reads a parameter of a given shape as OpenAPI's "Style Values" and RFC 6570 write it. Delimiters are found before
 * texts are decoded: an encoded comma is a comma of a value.
 */
export function parameterTexts(
  parameter: Parameter,
  shape: Shape,
  request: RawRequest,
  names: Names,
): Found | 'repeated' | undefined {
  switch (parameter.in) {
    case 'path': {
      const segment = request.path[parameter.name];
      return segment === undefined ? undefined : inPath(parameter, shape, segment);
    }
    case 'header': {
      const text = request.headers[parameter.name.toLowerCase()];
      if (text === undefined) return undefined;
      return found(structured(text, /\s*,\s*/, parameter.explode, shape, asIs));
    }
    case 'query':
      return inPairs(parameter, shape, request.query, names, decodeForm);
    case 'cookie':
      return inPairs(parameter, shape, request.cookies, names, parameter.style === 'cookie' ? asIs : decode);
  }
}

function inPath({ name, style, explode }: Parameter, shape: Shape, segment: string): Found | undefined {
  if (style === 'label') {
    if (!segment.startsWith('.')) return undefined;
    return found(
      structured(segment.slice(1), explode && shape !== 'text' ? '.' : ',', explode, shape, decode),
    );
  }
  if (style === 'matrix') {
    if (!segment.startsWith(';')) return undefined;
    const pairs = segment
      .slice(1)
      .split(';')
      .map((pair): Pair => {
        const at = pair.indexOf('=');
        return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), pair.slice(at + 1)];
      });
    if (shape === 'object' && explode) return found(objectOf(pairs, decode));
    const own = pairs.filter(([key]) => key === name).map(([, value]) => value);
    if (explode && shape === 'list') return found(own.map(decode));
    return own[0] === undefined ? undefined : found(structured(own[0], ',', false, shape, decode));
  }
  return found(structured(segment, ',', explode, shape, decode));
}

const delimiters: Partial<Record<Parameter['style'], RegExp>> = {
  spaceDelimited: /%20|\+/,
  pipeDelimited: /%7C|\|/i,
  tabDelimited: /%09/,
};

function inPairs(
  { name, style, explode }: Parameter,
  shape: Shape,
  pairs: readonly Pair[],
  { described, taken }: Names,
  decoded: (text: string) => string,
): Found | 'repeated' | undefined {
  if (shape === 'object' && style === 'deepObject') return deepObject(name, pairs, decoded);
  if (shape === 'object' && explode) {
    const own = pairs.filter(([key]) => (described.size > 0 ? described.has(key) : !taken.has(key)));
    return own.length === 0 ? undefined : found(objectOf(own, decoded));
  }
  const own = pairs.filter(([key]) => key === name || (shape === 'list' && key === `${name}[]`));
  const [first, ...others] = own.map(([, value]) => value);
  if (first === undefined) return undefined;
  if (shape === 'list' && (explode || own.length > 1)) {
    const isEmpty = first === '' && others.length === 0;
    return found(isEmpty ? [] : [first, ...others].map(decoded));
  }
  if (others.length > 0) return 'repeated';
  return found(structured(first, delimiters[style] ?? ',', false, shape, decoded));
}

/** `filter[kind]=book`, and `filter[price][from]=3` for objects in objects. */
function deepObject(
  name: string,
  pairs: readonly Pair[],
  decoded: (text: string) => string,
): Found | 'repeated' | undefined {
  const result: { [name: string]: Texts } = {};
  let count = 0;
  for (const [key, value] of pairs) {
    if (!key.startsWith(`${name}[`) || !key.endsWith(']')) continue;
    const steps = key.slice(name.length + 1, -1).split('][');
    if (!put(result, steps, decoded(value))) return 'repeated';
    count += 1;
  }
  return count === 0 ? undefined : found(result);
}

/** Puts a text at a path; a name that comes again makes a list. */
function put(target: { [name: string]: Texts }, steps: readonly string[], text: string): boolean {
  const [step = '', ...rest] = steps.filter((each, index) => each !== '' || index === 0);
  const known = Object.hasOwn(target, step) ? target[step] : undefined;
  if (rest.length === 0) {
    if (known === undefined) define(target, step, text);
    else if (typeof known === 'string') define(target, step, [known, text]);
    else if (Array.isArray(known)) known.push(text);
    else return false;
    return true;
  }
  if (known === undefined) {
    const inner: { [name: string]: Texts } = {};
    define(target, step, inner);
    return put(inner, rest, text);
  }
  return typeof known === 'object' && !Array.isArray(known) && put(known, rest, text);
}

/** Names come from requests: `__proto__` is one as any other. */
function define(target: { [name: string]: Texts }, name: string, value: Texts): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}

function structured(
  text: string,
  separator: string | RegExp,
  explode: boolean,
  shape: Shape,
  decoded: (text: string) => string,
): Texts {
  if (shape === 'text') return decoded(text);
  const items = text === '' ? [] : text.split(separator);
  if (shape === 'list') return items.map(decoded);
  const pairs = explode
    ? items.map((item): Pair => {
        const at = item.indexOf('=');
        return at < 0 ? [decoded(item), ''] : [decoded(item.slice(0, at)), item.slice(at + 1)];
      })
    : items.flatMap((item, index): Pair[] =>
        index % 2 === 0 ? [[decoded(item), items[index + 1] ?? '']] : [],
      );
  return objectOf(pairs, decoded);
}

function objectOf(pairs: readonly Pair[], decoded: (text: string) => string): Texts {
  const result: { [name: string]: Texts } = {};
  for (const [name, value] of pairs) put(result, [name], decoded(value));
  return result;
}

const found = (texts: Texts): Found => ({ texts });
