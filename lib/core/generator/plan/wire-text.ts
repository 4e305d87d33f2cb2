import type { Json } from '../../json';

import type { Expression, Invocation } from './expression';
import { bodyPlace } from './media-type';

type Bindings = ReadonlyMap<string, Expression>;

/** Parts of a request that are text on the wire, so that `1` and "1" are the same there. */
const textParts = new Set(['path', 'query', 'headers', 'cookies']);

/**
 * What a `send` puts on the wire, as a text that is the same for the same bytes: values of rows and of names put in,
 * numbers as text where text travels (OpenAPI "Style Values"), members in any order.
 */
export function wireTextOf(send: Invocation, bindings: Bindings, mediaType: string | undefined): string {
  const isTextBody = mediaType !== undefined && bodyPlace(mediaType) !== 'json';
  const named = send.named.map(({ name, value }) => {
    const part = bound(value, bindings);
    if (!textParts.has(name)) return `${name}=${textOf(part, bindings, name === 'body' && isTextBody)}`;
    return `${name}=${partText(part, bindings)}`;
  });
  return named.sort().join('\n');
}

/** A list repeats its name: one of one item is the item. */
function partText(part: Expression, bindings: Bindings): string {
  if (part.kind !== 'object') return textOf(part, bindings, true);
  const entries = part.entries.map(({ name, value }) => {
    const isSingle = value.kind === 'literal' && Array.isArray(value.value) && value.value.length === 1;
    const item = isSingle ? ({ ...value, value: single(value.value) } satisfies Expression) : value;
    return `${JSON.stringify(name)}:${textOf(item, bindings, true)}`;
  });
  return `{${entries.sort().join(',')}}`;
}

function single(value: Json): Json {
  return Array.isArray(value) ? (value[0] ?? null) : value;
}

function bound(expression: Expression, bindings: Bindings): Expression {
  return expression.kind === 'name' ? (bindings.get(expression.name) ?? expression) : expression;
}

function textOf(given: Expression, bindings: Bindings, isText: boolean): string {
  const expression = bound(given, bindings);
  const inner = (each: Expression) => textOf(each, bindings, isText);
  switch (expression.kind) {
    case 'literal':
      return literalText(expression.value, isText);
    case 'object':
      return `{${expression.entries
        .map(({ name, value }) => `${JSON.stringify(name)}:${inner(value)}`)
        .sort()
        .join(',')}}`;
    case 'list':
      return `[${expression.items.map(inner).join(',')}]`;
    case 'repeated':
      return `[${Array.from({ length: expression.count }, () => inner(expression.item)).join(',')}]`;
    case 'spread':
      return spreadItems(bound(expression.of, bindings), inner);
    case 'invoke': {
      const named = expression.named.map(({ name, value }) => `${name}=${inner(value)}`).sort();
      const name = 'helper' in expression ? expression.helper : `${expression.on}.${expression.method}`;
      const args = expression.args.map(inner).filter((text) => text !== '');
      return `${name}(${[...args, ...named].join(',')})`;
    }
    default:
      return JSON.stringify(expression);
  }
}

function spreadItems(of: Expression, inner: (each: Expression) => string): string {
  if (of.kind !== 'literal' || !Array.isArray(of.value)) return `*${inner(of)}`;
  return of.value.map((value) => inner({ kind: 'literal', value })).join(',');
}

function literalText(value: Json, isText: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => literalText(item, isText)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}:${literalText(member, isText)}`,
    );
    return `{${members.sort().join(',')}}`;
  }
  return JSON.stringify(isText && typeof value !== 'string' ? JSON.stringify(value) : value);
}
