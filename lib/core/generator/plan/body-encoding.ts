import type { Json, JsonObject } from '../../json';
import type { Encoding, MediaType, Operation } from '../../openapi/model';

import { gapOf, type PlanContext } from './context';
import { formatOf } from './media-type';
import { xmlLayout } from './xml-layout';

/**
 * How the support code writes a body where its media type alone does not say it: `encoding` of a form by property, the
 * layout of XML. `undefined`: nothing differs from the defaults (OpenAPI "Encoding Object", "XML Object").
 */
export function bodyEncoding(
  context: PlanContext,
  operation: Operation,
  media: MediaType,
  mediaType: string,
): Json | undefined {
  const { model } = context;
  const format = formatOf(mediaType);
  if (format === 'xml')
    return media.schema === undefined ? undefined : xmlLayout(media.schema, model.schemas);
  if (format !== 'form' && format !== 'multipart') return undefined;
  const parts: JsonObject = {};
  for (const [property, encoding] of Object.entries(media.encoding)) {
    const headers = format === 'multipart' ? headersOf(context, operation, encoding) : {};
    const { headers: _, contentType, ...styles } = encoding;
    const own = {
      ...(contentType !== undefined && { contentType: firstType(contentType) }),
      // Styles are for forms; a part of a multipart body has a content type of its own.
      ...(format === 'form' && styles),
      ...(Object.keys(headers).length > 0 && { headers }),
    };
    if (Object.keys(own).length > 0) parts[property] = own;
  }
  return Object.keys(parts).length === 0 ? undefined : parts;
}

/** Of a list of allowed types the first one; a range stands for the first type in it that tests have a sample of. */
export function firstType(contentType: string): string {
  const type = contentType.split(',')[0]?.trim() ?? '';
  if (/^image\/\*/.test(type)) return 'image/png';
  if (/^text\/\*/.test(type)) return 'text/plain';
  return type.includes('*') ? 'application/octet-stream' : type;
}

/** The headers that a part must have, with values that fit. */
function headersOf(context: PlanContext, operation: Operation, encoding: Encoding): JsonObject {
  const headers: JsonObject = {};
  for (const header of encoding.headers ?? []) {
    if (!header.required || /^content-/i.test(header.name)) continue;
    const options = { name: header.name, fill: 'required', place: 'header', key: operation.id } as const;
    const valid = context.values.valid(header.schema, options);
    if ('value' in valid) headers[header.name] = valid.value;
    else context.report(gapOf(operation, `header ${header.name} of a part`, valid.reason, valid.source));
  }
  return headers;
}
