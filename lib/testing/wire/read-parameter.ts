import type { IncomingHttpHeaders } from 'node:http';

import type { Parameter } from '../../core/openapi/model';

/** What a server sees of a request: nothing decoded. */
export interface RawRequest {
  /** The path segment that the parameter fills. */
  segment: string;
  /** Behind the question mark. */
  query: string;
  headers: IncomingHttpHeaders;
}

export type Shape = 'text' | 'list' | 'object';
type Read = string | string[] | Record<string, string> | undefined;
type Pair = [name: string, value: string];

/** `%2C` between two delimiters is a comma of a value: delimiters are found first, then texts are decoded. */
const decode = (text: string): string => decodeURIComponent(text);
const asIs = (text: string): string => text;

/**
 * Reads a parameter as OpenAPI's "Style Examples" and RFC 6570 write it, from the raw request; all leaves as texts.
 * Written from those texts alone, to check what generated suites send.
 */
export function readParameter(parameter: Parameter, shape: Shape, request: RawRequest): Read {
  switch (parameter.in) {
    case 'path':
      return readPath(parameter, shape, request.segment);
    case 'query':
      return readPairs(parameter, shape, pairsOf(request.query, '&'), decode);
    case 'cookie': {
      const escaped = parameter.style === 'cookie' ? asIs : decode;
      return readPairs(parameter, shape, pairsOf(request.headers.cookie ?? '', '; '), escaped);
    }
    case 'header': {
      const value = request.headers[parameter.name.toLowerCase()];
      return typeof value === 'string' ? structured(value, ',', parameter.explode, shape, asIs) : undefined;
    }
  }
}

function pairsOf(text: string, separator: string): Pair[] {
  if (text === '') return [];
  return text.split(separator).map((pair): Pair => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function readPath({ name, style, explode }: Parameter, shape: Shape, segment: string): Read {
  if (style === 'label') {
    if (!segment.startsWith('.')) return undefined;
    return structured(segment.slice(1), explode && shape !== 'text' ? '.' : ',', explode, shape, decode);
  }
  if (style === 'matrix') {
    if (!segment.startsWith(';')) return undefined;
    const pairs = pairsOf(segment.slice(1), ';');
    if (shape === 'object' && explode) return objectOf(pairs, decode);
    const own = pairs.filter(([key]) => key === name).map(([, value]) => value);
    if (explode && shape === 'list') return own.map(decode);
    return own[0] === undefined ? undefined : structured(own[0], ',', false, shape, decode);
  }
  return structured(segment, ',', explode, shape, decode);
}

const delimiters: Partial<Record<Parameter['style'], RegExp>> = {
  spaceDelimited: /%20|\+/,
  pipeDelimited: /%7C|\|/i,
  tabDelimited: /%09/,
};

function readPairs(
  { name, style, explode }: Parameter,
  shape: Shape,
  pairs: Pair[],
  decoded: (text: string) => string,
): Read {
  if (shape === 'object' && style === 'deepObject') {
    const members = pairs.flatMap(([key, value]): Pair[] => {
      const inner = decode(key).startsWith(`${name}[`) ? decode(key).slice(name.length + 1, -1) : undefined;
      return inner === undefined ? [] : [[inner, value]];
    });
    return objectOf(members, decoded);
  }
  if (shape === 'object' && explode) return objectOf(pairs, decoded);
  const own = pairs.filter(([key]) => decode(key) === name).map(([, value]) => value);
  if (shape === 'list' && explode) return own.map(decoded);
  if (own.length !== 1 || own[0] === undefined) return undefined;
  return structured(own[0], delimiters[style] ?? ',', false, shape, decoded);
}

function structured(
  text: string,
  separator: string | RegExp,
  explode: boolean,
  shape: Shape,
  decoded: (text: string) => string,
): Read {
  if (shape === 'text') return decoded(text);
  const items = text.split(separator);
  if (shape === 'list') return items.map(decoded);
  if (explode)
    return objectOf(
      items.flatMap((item) => pairsOf(item, '\0')),
      decoded,
    );
  const pairs: Pair[] = [];
  for (let at = 0; at < items.length; at += 2) pairs.push([items[at] ?? '', items[at + 1] ?? '']);
  return objectOf(pairs, decoded);
}

function objectOf(pairs: Pair[], decoded: (text: string) => string): Record<string, string> {
  return Object.fromEntries(pairs.map(([key, value]) => [decoded(key), decoded(value)]));
}
