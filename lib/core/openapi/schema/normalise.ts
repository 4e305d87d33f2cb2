import type { Json } from '../../json';
import { entriesOf } from '../members';
import type { Schema, SchemaObject } from '../model';
import { child, isObject, setOwn, type Node, type ObjectNode } from '../node';
import type { Reader } from '../reader';

import { readDiscriminator } from './discriminator';
import { reportKeywords } from './known-keywords';
import { readPlainKeywords } from './plain-keywords';
import { referenceTo, type Registry } from './registry';
import { listKeywords, mapKeywords, singleKeywords } from './subschemas';
import { names, readType, readValueKeywords } from './value-keywords';
import { readXml } from './xml';

/** Beside a `$ref` these say nothing that a validator or a generator needs. */
const labels = new Set(['$ref', 'title', 'description', 'summary', '$comment']);
const silent = new Set([...labels, 'example', 'examples', 'default', 'deprecated', 'externalDocs', 'type']);

/** Makes JSON Schema 2020-12 of whatever schema dialect a document uses; the one place that knows the differences. */
export class SchemaNormaliser {
  /** One schema of the document becomes one normalised object, however many ways lead to it. */
  private readonly done = new Map<object, Schema>();

  constructor(
    private readonly reader: Reader,
    readonly registry: Registry,
    /** Whether members beside a `$ref` count for nothing. */
    private readonly ignoresSiblings: boolean,
  ) {}

  /** Normalises the schema at a place; anything that is no schema is reported and becomes one that allows all. */
  schema(node: Node): Schema {
    const { value, file, pointer } = node;
    if (typeof value === 'boolean') return value;
    if (!isObject(value)) {
      this.reader.wrongType(node, 'a schema');
      return true;
    }
    const known = this.done.get(value);
    if (known !== undefined) return known;
    const place = { value, file, pointer };
    reportKeywords(this.reader, place);
    const schema = this.registry.placed(this.reference(place) ?? this.object(place), { file, pointer });
    this.done.set(value, schema);
    return schema;
  }

  /** Swagger 2.0 parameters, items and headers carry schema keywords among their own members. */
  inline(node: ObjectNode): SchemaObject {
    const own = new Set(['required', 'description', 'title', 'example', 'examples', 'deprecated', '$ref']);
    const value = Object.fromEntries(Object.entries(node.value).filter(([name]) => !own.has(name)));
    return this.registry.placed(this.object({ ...node, value }), { file: node.file, pointer: node.pointer });
  }

  private reference(node: ObjectNode): SchemaObject | undefined {
    const written = referenceIn(node.value);
    if (written === undefined) return undefined;
    const target = this.reader.resolve(child(node, written.keyword) ?? node, written.reference);
    if (written.keyword !== '$ref') this.reportDynamic(node, written);
    const id = target ? this.registry.idOf(target) : this.registry.danglingId(written.reference);
    const $ref = referenceTo(id);
    const siblings = Object.keys(node.value).filter(
      (name) => name !== written.keyword && !name.startsWith('x-'),
    );
    if (written.keyword === '$ref' && this.ignoresSiblings) {
      this.reportSiblings(node, siblings);
      return { $ref };
    }
    if (siblings.every((name) => labels.has(name))) return { $ref };
    return { $ref, ...this.object(node) };
  }

  private reportDynamic(node: ObjectNode, { keyword, reference }: WrittenReference): void {
    if (!this.reader.isAmbiguous(reference.replace(/^.*#/, ''))) return;
    this.reader.report(
      'info',
      'dynamic-reference',
      node,
      `Which of several schemas ${keyword} ${reference} means depends on the way that leads to it; the nearest is read.`,
      'Refer to the schema that is meant by $ref.',
    );
  }

  private reportSiblings(node: ObjectNode, siblings: string[]): void {
    const lost = siblings.filter((name) => !silent.has(name));
    if (lost.length === 0) return;
    this.reader.report(
      'info',
      'reference-siblings',
      node,
      `Beside a $ref, ${lost.join(', ')} ${lost.length === 1 ? 'counts' : 'count'} for nothing in this version of JSON Schema.`,
      'Put the reference into allOf, or move to OpenAPI 3.1.',
    );
  }

  private object(node: ObjectNode): SchemaObject {
    const out: SchemaObject = {};
    readPlainKeywords(this.reader, node, out);
    readType(this.reader, node, out);
    readValueKeywords(this.reader, node, out);
    this.readItems(node, out);
    for (const keyword of singleKeywords) {
      const member = keyword === 'items' ? undefined : child(node, keyword);
      if (member) out[keyword] = this.schema(member);
    }
    for (const keyword of listKeywords) this.readList(node, keyword, out);
    for (const keyword of mapKeywords) this.readMap(node, keyword, out);
    this.readDependencies(node, out);
    const discriminator = readDiscriminator(this.reader, this.registry, node, out);
    if (discriminator) out.discriminator = discriminator;
    const xml = readXml(this.reader, node);
    if (xml) out.xml = xml;
    return out;
  }

  /** A list of `items` is the tuple of older drafts, with `additionalItems` for the rest. */
  private readItems(node: ObjectNode, out: SchemaObject): void {
    const member = child(node, 'items');
    if (!member) return;
    if (!Array.isArray(member.value)) {
      out.items = this.schema(member);
      return;
    }
    if (member.value.length === 0) {
      this.reader.wrongType(member, 'a schema');
      return;
    }
    out.prefixItems = member.value.flatMap((_, index) => this.schemaAt(member, index));
    const rest = child(node, 'additionalItems');
    if (rest) out.items = this.schema(rest);
  }

  private readList(node: ObjectNode, keyword: (typeof listKeywords)[number], out: SchemaObject): void {
    const member = child(node, keyword);
    if (!member) return;
    if (!Array.isArray(member.value) || member.value.length === 0) {
      this.reader.wrongType(member, 'a list of schemas');
      return;
    }
    out[keyword] = member.value.flatMap((_, index) => this.schemaAt(member, index));
  }

  private readMap(node: ObjectNode, keyword: (typeof mapKeywords)[number], out: SchemaObject): void {
    const member = child(node, keyword);
    if (!member) return;
    if (!isObject(member.value)) {
      this.reader.wrongType(member, 'an object of schemas');
      return;
    }
    const schemas: Record<string, Schema> = {};
    for (const name of Object.keys(member.value)) {
      for (const schema of this.schemaAt(member, name)) setOwn(schemas, name, schema);
    }
    out[keyword] = schemas;
  }

  /** `dependencies` of older drafts holds what is now in `dependentRequired` and in `dependentSchemas`. */
  private readDependencies(node: ObjectNode, out: SchemaObject): void {
    const member = child(node, 'dependencies');
    if (!member) return;
    if (!isObject(member.value)) {
      this.reader.wrongType(member, 'an object');
      return;
    }
    for (const [name, place] of entriesOf({ ...member, value: member.value })) {
      if (Array.isArray(place.value)) {
        setOwn((out.dependentRequired ??= {}), name, names(this.reader, place) ?? []);
      } else setOwn((out.dependentSchemas ??= {}), name, this.schema(place));
    }
  }

  private schemaAt(container: Node, token: string | number): Schema[] {
    const member = child(container, token);
    return member ? [this.schema(member)] : [];
  }
}

interface WrittenReference {
  keyword: string;
  reference: string;
}

/** A dynamic reference is read as a plain one: OpenAPI documents use it for one target only, else it is reported. */
function referenceIn(value: Record<string, Json>): WrittenReference | undefined {
  for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
    const reference = Object.hasOwn(value, keyword) ? value[keyword] : undefined;
    if (typeof reference === 'string') return { keyword, reference };
  }
  return undefined;
}
