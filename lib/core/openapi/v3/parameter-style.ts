import { flag, text } from '../members';
import type { Encoding, ParameterLocation, ParameterStyle } from '../model';
import { child, type Node } from '../node';
import type { Scope } from '../scope';

const allowed: Record<ParameterLocation, readonly ParameterStyle[]> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
};

/** `style` and `explode` with their defaults by location (OpenAPI 3.1, section 4.8.12.2.1). */
export function readStyle(scope: Scope, node: Node, location: ParameterLocation) {
  const written = text(scope.reader, node, 'style');
  const style = allowed[location].find((name) => name === written);
  const usual: ParameterStyle = location === 'query' || location === 'cookie' ? 'form' : 'simple';
  if (written !== undefined && style === undefined) {
    const place = child(node, 'style') ?? node;
    const names = allowed[location].join(', ');
    scope.reader.report(
      'warning',
      'invalid-style',
      place,
      `The style "${written}" does not exist in ${location}; ${usual} is used.`,
      `Use one of: ${names}.`,
    );
  }
  const effective = style ?? usual;
  return {
    style: effective,
    explode: flag(scope.reader, node, 'explode') ?? /^(form|cookie)$/.test(effective),
  };
}

/** How one part of a form or multipart body is written (OpenAPI 3.1, section 4.8.15). */
export function readEncoding(scope: Scope, node: Node): Encoding {
  const { reader } = scope;
  const encoding: Encoding = {};
  const contentType = text(reader, node, 'contentType');
  if (contentType !== undefined) encoding.contentType = contentType;
  const style = allowed.query.find((name) => name === text(reader, node, 'style'));
  if (style) encoding.style = style;
  const explode = flag(reader, node, 'explode');
  if (explode !== undefined) encoding.explode = explode;
  const allowReserved = flag(reader, node, 'allowReserved');
  if (allowReserved !== undefined) encoding.allowReserved = allowReserved;
  return encoding;
}
