import type { MediaType } from '../../openapi/model';
import type { Place } from '../values/types';

export const essence = (mediaType: string): string => mediaType.split(';')[0]?.trim().toLowerCase() ?? '';

/** `application/json`, any `+json` (RFC 6839), and ranges that include JSON. */
export function isJson(mediaType: string): boolean {
  return /^(application\/json|text\/json|[^/]+\/[^/]+\+json|\*\/\*|application\/\*)$/.test(
    essence(mediaType),
  );
}

/** `application/xml`, `text/xml` and any `+xml` (RFC 7303), but for pictures. */
export function isXml(mediaType: string): boolean {
  return /^(application\/xml|text\/xml|(?!image\/)[^/]+\/[^/]+\+xml)$/.test(essence(mediaType));
}

/** JSON Patch (RFC 6902): a list of operations, not the item itself. */
export function isJsonPatch(mediaType: string): boolean {
  return essence(mediaType) === 'application/json-patch+json';
}

/** How a body is written; `raw`: as text or bytes that no schema rules. */
export function formatOf(mediaType: string): 'json' | 'form' | 'multipart' | 'xml' | 'raw' {
  const name = essence(mediaType);
  if (isJson(name)) return 'json';
  if (isXml(name)) return 'xml';
  if (name === 'application/x-www-form-urlencoded') return 'form';
  return name === 'multipart/form-data' ? 'multipart' : 'raw';
}

/** The media type to send of those documented: JSON, then forms, then the first one. */
export function preferred(content: MediaType[]): MediaType | undefined {
  const rank = (type: MediaType): number => {
    const name = essence(type.mediaType);
    if (name === 'application/json') return 0;
    if (isJsonPatch(name)) return 2;
    return { json: 1, form: 3, multipart: 4, xml: 5, raw: 6 }[formatOf(name)];
  };
  return [...content].sort((a, b) => rank(a) - rank(b))[0];
}

const ofRange: Record<string, string> = {
  '*/*': 'application/json',
  'application/*': 'application/json',
  'image/*': 'image/png',
  'text/*': 'text/plain',
  'multipart/*': 'multipart/form-data',
};

/** The name to send: a range such as `*` over `*` stands for one type in it. */
export function concrete(mediaType: string): string {
  return ofRange[essence(mediaType)] ?? mediaType;
}

/** Where a body of this media type travels; `undefined`: as text or bytes that no schema rules. */
export function bodyPlace(mediaType: string): Place | undefined {
  if (isJsonPatch(mediaType)) return undefined;
  const format = formatOf(mediaType);
  // Elements and attributes hold text, as the fields of a form do.
  if (format === 'xml') return 'form';
  return format === 'raw' ? undefined : format;
}
