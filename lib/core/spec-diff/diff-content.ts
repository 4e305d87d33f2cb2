import type { SourceRef } from '../diagnostics';
import type { MediaType } from '../openapi/model';

import type { Change, Direction } from './change';
import type { Versions } from './diff-operation';

interface Body {
  content: MediaType[];
  source: SourceRef;
}

/** Media types that came or went, and the schemas of those on both sides; equal findings are said once. */
export function diffContent(
  { schemas }: Versions,
  where: string,
  before: Body,
  after: Body,
  direction: Direction,
): Change[] {
  const old = new Map(before.content.map((media) => [media.mediaType, media]));
  const now = new Map(after.content.map((media) => [media.mediaType, media]));
  const changes: Change[] = [];
  for (const [name, media] of now) {
    const was = old.get(name);
    if (was) changes.push(...schemas.compare(where, was.schema ?? true, media.schema ?? true, direction));
    else {
      const message = `${where}: media type ${name} added.`;
      changes.push({
        kind: 'media-type-added',
        message,
        breaking: false,
        source: media.source,
        side: 'after',
      });
    }
  }
  for (const [name, media] of old) {
    if (now.has(name)) continue;
    const message = `${where}: media type ${name} removed.`;
    changes.push({
      kind: 'media-type-removed',
      message,
      breaking: true,
      source: media.source,
      side: 'before',
    });
  }
  return [...new Map(changes.map((change) => [change.message, change])).values()];
}
