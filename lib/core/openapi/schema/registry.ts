import type { SourceRef } from '../../diagnostics';
import { baseName } from '../file-names';
import type { Schema, SchemaObject, SchemaRegistry } from '../model';
import type { Node } from '../node';
import { tokensOf } from '../pointer';

import { subschemas } from './subschemas';

const prefix = '#/$defs/';

/** Hands out ids for places that references lead to, and holds the normalised schemas of those places. */
export class Registry implements SchemaRegistry {
  private readonly idByPlace = new Map<string, string>();
  private readonly places = new Map<string, Node>();
  private readonly schemas = new Map<string, Schema>();
  private readonly taken = new Set<string>();
  private readonly direct = new Map<SchemaObject, string[]>();
  /** Not weak: schemas live as long as their registry, and weak maps of a hundred thousand entries cost dearly. */
  private readonly sources = new Map<SchemaObject, SourceRef>();

  /** The id of a referenced place: its last pointer token (or file name), made safe for a fragment and unique. */
  idOf(place: Node): string {
    const identity = `${place.file}#${place.pointer}`;
    const known = this.idByPlace.get(identity);
    if (known !== undefined) return known;
    const id = this.free(safeName(tokensOf(place.pointer).at(-1) ?? baseName(place.file)));
    this.idByPlace.set(identity, id);
    this.places.set(id, place);
    return id;
  }

  /** An id that leads nowhere, for a reference that does so. */
  danglingId(reference: string): string {
    const identity = `dangling ${reference}`;
    const known = this.idByPlace.get(identity);
    if (known !== undefined) return known;
    const id = this.free(safeName(reference.split('/').at(-1) ?? ''));
    this.idByPlace.set(identity, id);
    return id;
  }

  /**
   * Normalises every place that was asked for, and those that they lead to in turn. The values of the document are let go
   * then.
   */
  complete(normalise: (place: Node) => Schema): void {
    // A map's iterator also visits what is added on the way.
    for (const [id, place] of this.places) if (!this.schemas.has(id)) this.schemas.set(id, normalise(place));
    for (const [id, { file, pointer }] of this.places) this.places.set(id, { file, pointer, value: null });
  }

  placed<S extends SchemaObject>(schema: S, source: SourceRef): S {
    this.sources.set(schema, source);
    return schema;
  }

  /** The place that an id stands for. */
  placeOf(id: string): SourceRef | undefined {
    return this.places.get(id);
  }

  ids(): string[] {
    return [...this.schemas.keys()];
  }

  /** A schema that no place of the document holds as it is; it counts as standing where `origin` does. */
  derive(name: string, schema: SchemaObject, origin: Schema): string {
    const id = this.free(name);
    const source = this.sourceOf(origin);
    this.schemas.set(id, source ? this.placed(schema, source) : schema);
    return id;
  }

  get(id: string): Schema | undefined {
    return this.schemas.get(id);
  }

  resolve(schema: Schema): Schema {
    const passed = new Set<Schema>();
    let current = schema;
    while (!passed.has(current)) {
      passed.add(current);
      const id = targetOf(current);
      if (id === undefined || Object.keys(current).length > 1) return current;
      const next = this.schemas.get(id);
      if (next === undefined) return current;
      current = next;
    }
    return current;
  }

  references(schema: Schema): readonly string[] {
    if (typeof schema === 'boolean') return [];
    const known = this.direct.get(schema);
    if (known) return known;
    const found = new Set<string>();
    const collect = (node: Schema) => {
      if (typeof node === 'boolean') return;
      const id = targetOf(node);
      if (id !== undefined) found.add(id);
      for (const inner of subschemas(node)) collect(inner.schema);
    };
    collect(schema);
    const ids = [...found];
    this.direct.set(schema, ids);
    return ids;
  }

  reach(schema: Schema): string[] {
    const found = new Set(this.references(schema));
    // A set's iterator also visits what is added on the way.
    for (const id of found) {
      const target = this.schemas.get(id);
      if (target !== undefined) this.references(target).forEach((next) => found.add(next));
    }
    return [...found].sort();
  }

  sourceOf(schema: Schema): SourceRef | undefined {
    return typeof schema === 'boolean' ? undefined : this.sources.get(schema);
  }

  private free(name: string): string {
    let id = name;
    for (let number = 2; this.taken.has(id); number++) id = `${name}_${number}`;
    this.taken.add(id);
    return id;
  }
}

/** The registry id that a normalised schema refers to. */
export function targetOf(schema: Schema): string | undefined {
  return typeof schema === 'object' && schema.$ref !== undefined
    ? schema.$ref.slice(prefix.length)
    : undefined;
}

export function referenceTo(id: string): string {
  return `${prefix}${id}`;
}

/**
 * Letters and digits of any script, dot, dash and underscore: what needs no escaping in a JSON Pointer, a fragment or a
 * Python text. `__proto__` and its like lose their underscores.
 */
function safeName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/\.(ya?ml|json)$/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100);
  return name === '' || /^\.+$/.test(name) ? 'schema' : name;
}
