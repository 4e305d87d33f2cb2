import { flag, text } from '../members';
import type { Encoding, ParameterLocation, ParameterStyle } from '../model';
import { child, type Node } from '../node';
import type { Scope } from '../scope';

import { readHeaders } from './headers';

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
  const written = text(reader, node, 'style');
  const style = allowed.query.find((name) => name === written);
  if (style) encoding.style = style;
  else if (written !== undefined) {
    reader.report(
      'warning',
      'invalid-style',
      child(node, 'style') ?? node,
      `The style "${written}" does not exist in a body; it is ignored.`,
      `Use one of: ${allowed.query.join(', ')}.`,
    );
  }
  const explode = flag(reader, node, 'explode');
  if (explode !== undefined) encoding.explode = explode;
  for (const ignored of ['headers', 'encoding', 'prefixEncoding', 'itemEncoding']) {
    const place = child(node, ignored);
    if (place) scope.leftOut.add(place, `${ignored} of a body's part`, 'parts are written without');
  }
  const allowReserved = flag(reader, node, 'allowReserved');
  if (allowReserved !== undefined) encoding.allowReserved = allowReserved;
  const headers = readHeaders(scope, node);
  if (headers.length > 0) encoding.headers = headers;
  return encoding;
}
