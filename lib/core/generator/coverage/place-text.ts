import type { SourceRef } from '../../diagnostics';

/** A place of a document as one text: `#/paths/~1books/get`, with the file in front where it is not the first one. */
export function placeText({ file, pointer }: SourceRef): string {
  return `${file}#${pointer}`;
}
