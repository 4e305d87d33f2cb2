import { text, texts } from '../members';
import type { ApiServer } from '../model';
import { child, type Node } from '../node';
import type { Scope } from '../scope';

/** `schemes`, `host` and `basePath` as servers (Swagger 2.0, section "Swagger Object"). Without a host: relative. */
export function readServersV2({ reader }: Scope, root: Node): ApiServer[] {
  const host = text(reader, root, 'host');
  const path = text(reader, root, 'basePath') ?? '';
  if (host === undefined) return path === '' ? [] : [{ url: path }];
  const schemes = texts(reader, root, 'schemes');
  return (schemes.length > 0 ? schemes : ['https']).map((scheme) => ({ url: `${scheme}://${host}${path}` }));
}

/** `schemes` of one operation: it is served elsewhere, which tests with one base URL do not follow. */
export function noteOwnSchemes({ reader, leftOut }: Scope, operation: Node): void {
  const place = child(operation, 'schemes');
  if (!place || texts(reader, operation, 'schemes').length === 0) return;
  leftOut.add(place, 'schemes of one operation', 'its requests go to the same base URL as all others');
}
