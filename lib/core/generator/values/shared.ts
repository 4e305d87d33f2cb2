import type { SourceRef } from '../../diagnostics';
import type { Schema, SchemaRegistry } from '../../openapi/model';

import type { Variations } from './types';

/** Gives what was made before for a schema that says the same; else makes it. */
export type Shared<Result> = (schema: Schema, key: string, make: () => Result) => Result;

/**
 * Documents repeat themselves: the same parameter in a thousand operations, the same schema under many bodies. What
 * depends on the text of a schema alone is made once for all that have that text; only the places in the document that it
 * names are those of the schema asked for.
 */
export function createSharing(registry: SchemaRegistry) {
  const textIds = new Map<string, number>();
  const ids = new Map<Schema, number>();
  const idOf = (schema: Schema): number => {
    const known = ids.get(schema);
    if (known !== undefined) return known;
    const text = JSON.stringify(schema);
    const id = textIds.get(text) ?? textIds.size;
    textIds.set(text, id);
    ids.set(schema, id);
    return id;
  };
  return function shared<Result>(
    moved: (result: Result, from: SourceRef, to: SourceRef) => Result,
  ): Shared<Result> {
    const results = new Map<string, { result: Result; schema: Schema }>();
    return (schema, key, make) => {
      const full = `${idOf(schema)} ${key}`;
      const known = results.get(full);
      if (!known) {
        const result = make();
        results.set(full, { result, schema });
        return result;
      }
      if (known.schema === schema) return known.result;
      const [from, to] = [registry.sourceOf(known.schema), registry.sourceOf(schema)];
      return from && to ? moved(known.result, from, to) : make();
    };
  };
}

/** Variations with their places below another schema; what they name elsewhere, behind a reference, stays. */
export function movedVariations<Item extends { source: SourceRef }>(
  { items, skipped }: Variations<Item>,
  from: SourceRef,
  to: SourceRef,
): Variations<Item> {
  return {
    items: items.map((item) => ({ ...item, source: movedSource(item.source, from, to) })),
    skipped: skipped.map((item) => ({ ...item, source: movedSource(item.source, from, to) })),
  };
}

function movedSource(source: SourceRef, from: SourceRef, to: SourceRef): SourceRef {
  const isInside =
    source.file === from.file &&
    (source.pointer === from.pointer || source.pointer.startsWith(`${from.pointer}/`));
  return isInside
    ? { file: to.file, pointer: to.pointer + source.pointer.slice(from.pointer.length) }
    : source;
}
