import { text, texts } from '../members';
import type { ApiServer } from '../model';
import type { Node } from '../node';
import type { Scope } from '../scope';

/** `schemes`, `host` and `basePath` as servers (Swagger 2.0, section "Swagger Object"). Without a host: relative. */
export function readServersV2({ reader }: Scope, root: Node): ApiServer[] {
  const host = text(reader, root, 'host');
  const path = text(reader, root, 'basePath') ?? '';
  if (host === undefined) return path === '' ? [] : [{ url: path }];
  const schemes = texts(reader, root, 'schemes');
  return (schemes.length > 0 ? schemes : ['https']).map((scheme) => ({ url: `${scheme}://${host}${path}` }));
}
