import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';

import { literal, type Expression, type Helper, type NamedExpression } from './expression';
import { help } from './named';

const separators: Partial<Record<Parameter['style'], Helper>> = {
  form: 'comma_separated',
  spaceDelimited: 'space_separated',
  pipeDelimited: 'pipe_separated',
  tabDelimited: 'tab_separated',
};

/**
 * A parameter's value as named entries of its part of the request, by `style` and `explode` (OpenAPI "Style
 * Examples", RFC 6570). A text or number stands as itself.
 */
export function serialise(parameter: Parameter, value: Json): NamedExpression[] {
  const { name, style, explode } = parameter;
  const one = (expression: Expression): NamedExpression[] => [{ name, value: expression }];
  if (parameter.mediaType !== undefined) return one(help('json_text', [literal(value)]));
  if (parameter.in === 'path') return one(inPath(parameter, value));
  if (value === null || typeof value !== 'object') return one(literal(value));
  if (parameter.in === 'header') return one(literal(flat(value, explode).map(text).join(',')));
  const separator = separators[style] ?? 'comma_separated';
  if (Array.isArray(value)) {
    const repeats = explode && (style === 'form' || style === 'deepObject');
    return one(repeats ? literal(value) : help(separator, [literal(value)]));
  }
  const members = Object.entries(value);
  if (style === 'deepObject')
    return members.map(([key, each]) => ({ name: `${name}[${key}]`, value: literal(each) }));
  if (style === 'form' && explode) return members.map(([key, each]) => ({ name: key, value: literal(each) }));
  return one(help(separator, [literal(flat(value, false))]));
}

function inPath({ name, style, explode }: Parameter, value: Json): Expression {
  const isStructured = value !== null && typeof value === 'object';
  const content = isStructured ? flat(value, explode) : value;
  if (style === 'label') {
    const separator = explode ? literal('.') : undefined;
    return help('dotted', [literal(content)], { separator: isStructured ? separator : undefined });
  }
  if (style === 'matrix') {
    const exploded = explode && isStructured ? literal(true) : undefined;
    return help('matrix', [literal(name), literal(content)], { explode: exploded });
  }
  return isStructured ? help('comma_separated', [literal(content)]) : literal(value);
}

/** An array as it is; an object as `key, value, …`, or as `key=value` where it is exploded. */
function flat(value: Json[] | { [name: string]: Json }, explode: boolean): Json[] {
  if (Array.isArray(value)) return value;
  const members = Object.entries(value);
  return explode ? members.map(([key, each]) => `${key}=${text(each)}`) : members.flat();
}

function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
