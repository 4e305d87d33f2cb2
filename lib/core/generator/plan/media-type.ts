import type { MediaType } from '../../openapi/model';
import type { Place } from '../values/types';

const essence = (mediaType: string): string => mediaType.split(';')[0]?.trim().toLowerCase() ?? '';

/** `application/json`, any `+json` (RFC 6839), and ranges that include JSON. */
export function isJson(mediaType: string): boolean {
  return /^(application\/json|text\/json|[^/]+\/[^/]+\+json|\*\/\*|application\/\*)$/.test(
    essence(mediaType),
  );
}

/** The media type to send of those documented: JSON, then forms, then the first one. */
export function preferred(content: MediaType[]): MediaType | undefined {
  const rank = (type: MediaType): number => {
    const name = essence(type.mediaType);
    if (name === 'application/json') return 0;
    if (isJson(name)) return 1;
    if (name === 'multipart/form-data') return 3;
    return name === 'application/x-www-form-urlencoded' ? 2 : 4;
  };
  return [...content].sort((a, b) => rank(a) - rank(b))[0];
}

/** The name to send: a range such as `*` over `*` stands for JSON here. */
export function concrete(mediaType: string): string {
  const name = essence(mediaType);
  return name === '*/*' || name === 'application/*' ? 'application/json' : mediaType;
}

/** Where a body of this media type travels; `undefined`: as text or bytes that no schema rules. */
export function bodyPlace(mediaType: string): Place | undefined {
  const name = essence(mediaType);
  if (isJson(name)) return 'json';
  if (name === 'application/x-www-form-urlencoded') return 'form';
  return name === 'multipart/form-data' ? 'multipart' : undefined;
}
