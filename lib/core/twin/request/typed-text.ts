import { itemSchemas, memberSchemas } from '../../generator/values/members';
import { flatten, type Conjunction } from '../../generator/values/nodes';
import { isObject } from '../../generator/values/same';
import { listOf, typesOf } from '../../generator/values/sound';
import type { Validator } from '../../generator/values/validator';
import type { Json } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

/** Texts as they were sent: one, a list of them, or members by name. */
export type Texts = string | Texts[] | { [name: string]: Texts };
export type Shape = 'text' | 'list' | 'object';

export interface TextReader {
  /** What forms a value of a schema can have. */
  shapesOf(schema: Schema): ReadonlySet<Shape>;
  /** Names of the members that a schema describes. */
  namesOf(schema: Schema): ReadonlySet<string>;
  /** Texts as the values that their schemas describe; a text that is of no described type stays text. */
  read(schema: Schema, texts: Texts): Json;
  schemaOfMember(schema: Schema, name: string): Schema;
  /** Whether a text of it is bytes of a file. */
  isBinary(schema: Schema): boolean;
}

const deepest = 20;
const integer = /^-?(0|[1-9]\d*)$/;
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;

/** Gives texts of queries, paths, headers, cookies and forms the types that their schemas say. */
export function createTextReader(registry: SchemaRegistry, validator: Validator): TextReader {
  const read = (schemas: Conjunction, texts: Texts, depth: number): Json => {
    if (typeof texts === 'string') return readText(schemas, texts);
    const nodes = allNodes(registry, schemas);
    if (depth > deepest) return null;
    if (Array.isArray(texts)) {
      return texts.map((each, index) => read(itemSchemas(nodes, index), each, depth + 1));
    }
    const members = Object.entries(texts).map(([name, each]): [string, Json] => [
      name,
      read(memberSchemas(validator, nodes, name), each, depth + 1),
    ]);
    return Object.fromEntries(members);
  };
  const readText = (schemas: Conjunction, text: string): Json => {
    const readings: Json[] = [];
    if (number.test(text)) readings.push(Number(text));
    if (text === 'true' || text === 'false') readings.push(text === 'true');
    const isValid = (value: Json) => schemas.every((schema) => validator.isValid(schema, value));
    const valid = [...readings, text].find(isValid);
    if (valid !== undefined) return valid;
    // Not valid in any reading: as the type that the schema names, so that the broken rule can be told.
    const types = allNodes(registry, schemas).flatMap((node) => typesOf(node) ?? []);
    const isNumber = types.includes('number')
      ? number.test(text)
      : types.includes('integer') && integer.test(text);
    if (isNumber) return Number(text);
    return types.includes('boolean') && typeof readings.at(-1) === 'boolean'
      ? (readings.at(-1) ?? text)
      : text;
  };
  return {
    shapesOf: (schema) => shapesOf(allNodes(registry, [schema])),
    namesOf: (schema) =>
      new Set(allNodes(registry, [schema]).flatMap((node) => Object.keys(node.properties ?? {}))),
    read: (schema, texts) => read([schema], texts, 0),
    isBinary: (schema) =>
      allNodes(registry, [schema]).some(({ format, contentMediaType, items }) => {
        if (format === 'binary' || contentMediaType !== undefined) return true;
        return items !== undefined && allNodes(registry, [items]).some((item) => item.format === 'binary');
      }),
    schemaOfMember(schema, name) {
      const schemas = memberSchemas(validator, allNodes(registry, [schema]), name);
      const [only] = schemas;
      return schemas.length === 1 && only !== undefined ? only : { allOf: schemas };
    },
  };
}

/** The schema objects of a place with those of all branches. */
export function allNodes(registry: SchemaRegistry, schemas: Conjunction): readonly SchemaObject[] {
  const found = new Set<SchemaObject>();
  let open: Conjunction = schemas;
  for (let round = 0; round < 5 && open.length > 0; round++) {
    const { nodes } = flatten(registry, open);
    const fresh = nodes.filter((node) => !found.has(node));
    for (const node of fresh) found.add(node);
    open = fresh.flatMap((node) => [
      ...(listOf(node.oneOf) ?? []),
      ...(listOf(node.anyOf) ?? []),
      ...[node.then, node.else].flatMap((side) => (side === undefined ? [] : [side])),
    ]);
  }
  return [...found];
}

function shapesOf(nodes: readonly SchemaObject[]): ReadonlySet<Shape> {
  const shapes = new Set<Shape>();
  for (const node of nodes) {
    const types = typesOf(node);
    for (const type of types ?? []) {
      if (type !== 'null') shapes.add(type === 'array' ? 'list' : type === 'object' ? 'object' : 'text');
    }
    const values = listOf(node.enum) ?? (node.const === undefined ? [] : [node.const]);
    for (const value of values) {
      shapes.add(Array.isArray(value) ? 'list' : isObject(value) ? 'object' : 'text');
    }
    if (types) continue;
    if (node.properties !== undefined || typeof node.additionalProperties === 'object') shapes.add('object');
    if (node.items !== undefined || node.prefixItems !== undefined) shapes.add('list');
  }
  return shapes.size > 0 ? shapes : new Set<Shape>(['text']);
}
