import type { Json } from '../../json';
import type { MediaType, Schema, SchemaRegistry } from '../../openapi/model';

import { firstType } from './body-encoding';
import { literal } from './expression';
import { formatOf } from './media-type';
import { help } from './named';
import { memberAt, type Override, type Path } from './request-body';
import { applying, propertiesOf } from './schema-members';

const textual = /^(text\/|application\/(.*\+)?(json|xml)$)/;

/** The members of a multipart body that are files, one or a list of them, as small files of the type that is named. */
export function fileMembers(media: MediaType, value: Json, registry: SchemaRegistry): Override[] {
  if (formatOf(media.mediaType) !== 'multipart') return [];
  return [...propertiesOf(media.schema, registry)].flatMap(([name, property]): Override[] => {
    const items = applying(property, registry).find((part) => part.items !== undefined)?.items;
    const type = fileType(media, name, items ?? property, registry);
    const given = memberAt(value, [name]);
    if (type === undefined || given === undefined) return [];
    const places: Path[] = Array.isArray(given) ? given.map((_, index) => [name, index]) : [[name]];
    return places.map((path) => ({ path, value: help('sample_file', [literal(type)]) }));
  });
}

/** The media type of a part that is a file; `undefined` where the part is text or JSON. */
function fileType(
  media: MediaType,
  name: string,
  schema: Schema,
  registry: SchemaRegistry,
): string | undefined {
  const parts = applying(schema, registry);
  const written = media.encoding[name]?.contentType;
  const named = written ?? parts.find((part) => part.contentMediaType !== undefined)?.contentMediaType;
  const isEncoded = parts.some((part) => part.contentEncoding !== undefined);
  const isBinary = parts.some((part) => part.format === 'binary');
  const isFile = isBinary || (named !== undefined && !isEncoded && !textual.test(named));
  return isFile ? firstType(named ?? 'application/octet-stream') : undefined;
}
