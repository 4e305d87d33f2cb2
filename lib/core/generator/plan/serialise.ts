import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';

import { literal, type Expression, type Helper, type NamedExpression } from './expression';
import { isJson } from './media-type';
import { help } from './named';

const separators: Partial<Record<Parameter['style'], Helper>> = {
  spaceDelimited: 'space_separated',
  pipeDelimited: 'pipe_separated',
  tabDelimited: 'tab_separated',
};
const headerSeparators: Partial<Record<Parameter['style'], string>> = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};
/** RFC 3986 section 2.2, without what would end or split a query (`#`, `&`, `=`, `+`, `;`) and without brackets. */
const reservedInQuery = /[:/?@!$'()*,]/;

type Structure = Json[] | { [name: string]: Json };

/**
 * A parameter's value as named entries of its part of the request, by `style` and `explode` (OpenAPI "Style
 * Examples", RFC 6570). A text or number stands as itself.
 */
export function serialise(parameter: Parameter, value: Json): NamedExpression[] {
  const { name, style, explode } = parameter;
  const one = (expression: Expression): NamedExpression[] => [{ name, value: expression }];
  if (parameter.mediaType !== undefined) return one(asMediaType(parameter.mediaType, value));
  if (!isStructure(value)) return one(scalar(parameter, value));
  if (parameter.in === 'path') return one(inPath(parameter, value));
  if (parameter.in === 'header') {
    return one(
      literal(
        flat(value, explode)
          .map(text)
          .join(headerSeparators[style] ?? ','),
      ),
    );
  }
  const separator = separators[style] ?? 'comma_separated';
  if (Array.isArray(value)) {
    return one(explode ? listOf(parameter, value) : help(separator, [listOf(parameter, value)]));
  }
  if (style === 'deepObject') return nested(parameter, name, value);
  if (explode && (style === 'form' || style === 'cookie')) {
    return Object.entries(value).map(([key, each]) => ({ name: key, value: leaf(parameter, each) }));
  }
  return one(help(separator, [objectOf(parameter, value)]));
}

/** A single value that only the test knows, such as the id of what it created, as an entry of its part of the request. */
export function serialiseKnown(parameter: Parameter, value: Expression): NamedExpression {
  const { name, style } = parameter;
  if (parameter.in !== 'path') return { name, value };
  if (style === 'label') return { name, value: help('dotted', [value]) };
  return { name, value: style === 'matrix' ? help('matrix', [literal(name), value]) : value };
}

/** OpenAPI "Parameter Object", `content`: JSON as JSON text, a text as itself. */
function asMediaType(mediaType: string, value: Json): Expression {
  return isJson(mediaType) || typeof value !== 'string'
    ? help('json_text', [literal(value)])
    : literal(value);
}

function scalar(parameter: Parameter, value: Json): Expression {
  return parameter.in === 'path' ? serialiseKnown(parameter, literal(value)).value : leaf(parameter, value);
}

/** A text in a query or cookie whose parameter does not percent-encode as usual. */
function leaf({ in: place, style, allowReserved }: Parameter, value: Json): Expression {
  if (typeof value !== 'string') return literal(value);
  // OpenAPI 3.2: the cookie style escapes nothing.
  if (style === 'cookie') return help('verbatim', [literal(value)]);
  const isReserved = place === 'query' && allowReserved && reservedInQuery.test(value);
  return isReserved ? help('reserved', [literal(value)]) : literal(value);
}

function listOf(parameter: Parameter, value: Json[]): Expression {
  const items = value.map((item) => leaf(parameter, item));
  return items.every((item) => item.kind === 'literal') ? literal(value) : { kind: 'list', items };
}

function objectOf(parameter: Parameter, value: { [name: string]: Json }): Expression {
  const entries = Object.entries(value).map(([name, each]) => ({ name, value: leaf(parameter, each) }));
  return entries.every((entry) => entry.value.kind === 'literal')
    ? literal(value)
    : { kind: 'object', entries };
}

/** `filter[price][from]=3`: what OpenAPI leaves open for objects in objects, written as most servers read it. */
function nested(parameter: Parameter, name: string, value: { [name: string]: Json }): NamedExpression[] {
  return Object.entries(value).flatMap(([key, each]) => {
    const inner = `${name}[${key}]`;
    if (Array.isArray(each)) return [{ name: inner, value: listOf(parameter, each) }];
    if (isStructure(each)) return nested(parameter, inner, each);
    return [{ name: inner, value: leaf(parameter, each) }];
  });
}

function inPath({ name, style, explode }: Parameter, value: Structure): Expression {
  const exploded = { explode: explode ? literal(true) : undefined };
  if (style === 'label') return help('dotted', [literal(value)], exploded);
  if (style === 'matrix') return help('matrix', [literal(name), literal(value)], exploded);
  const separator = separators[style] ?? 'comma_separated';
  return help(separator, [literal(value)], Array.isArray(value) ? {} : exploded);
}

/** An array as it is; an object as `key, value, …`, or as `key=value` where it is exploded. */
function flat(value: Structure, explode: boolean): Json[] {
  if (Array.isArray(value)) return value;
  const members = Object.entries(value);
  return explode ? members.map(([key, each]) => `${key}=${text(each)}`) : members.flat();
}

function isStructure(value: Json): value is Structure {
  return value !== null && typeof value === 'object';
}

function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
