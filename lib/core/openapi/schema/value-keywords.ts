import type { Json } from '../../json';
import type { JsonType, SchemaObject } from '../model';
import { child, isObject, setOwn, type ObjectNode } from '../node';
import type { Reader } from '../reader';

const jsonTypes: readonly string[] = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];

function isJsonType(value: Json): value is JsonType {
  return typeof value === 'string' && jsonTypes.includes(value);
}

/**
 * `type`, with `nullable` folded in. As OpenAPI 3.0.3 clarified: `nullable` widens a `type` beside it and has no other
 * effect, so an `enum` must name null itself. `x-nullable` is the habit of Swagger 2.0 documents.
 */
export function readType(reader: Reader, node: ObjectNode, out: SchemaObject): void {
  const member = child(node, 'type');
  const nullable = node.value.nullable === true || node.value['x-nullable'] === true;
  const named = member === undefined ? [] : Array.isArray(member.value) ? member.value : [member.value];
  if (named.length === 1 && named[0] === 'file') {
    out.type = 'string';
    out.format = 'binary';
    return;
  }
  const types = [...new Set(named.filter(isJsonType))];
  if (member && types.length < named.length) {
    reader.wrongType(member, 'one of null, boolean, object, array, number, integer, string');
  }
  if (types.length > 0 && nullable && !types.includes('null')) types.push('null');
  if (nullable && (reader.dialect === 'openapi-3.1' || reader.dialect === 'openapi-3.2')) {
    reader.report(
      'info',
      'nullable-since-3.1',
      child(node, 'nullable') ?? child(node, 'x-nullable') ?? node,
      'nullable is no keyword since OpenAPI 3.1; it is read as it was in 3.0.',
      'Add "null" to the type.',
    );
  }
  const [only] = types;
  if (only !== undefined) out.type = types.length === 1 ? only : types;
  else if (nullable) {
    reader.report(
      'info',
      'nullable-without-type',
      child(node, 'nullable') ?? child(node, 'x-nullable') ?? node,
      'nullable without a type beside it has no effect (OpenAPI 3.0.3).',
      'Give the type in the same schema, or use oneOf with a schema that allows null.',
    );
  }
}

/** `enum`, `const`, `default`, `examples` and `required`: keywords that hold JSON values or names. */
export function readValueKeywords(reader: Reader, node: ObjectNode, out: SchemaObject): void {
  const { value } = node;
  if (Object.hasOwn(value, 'const') && value.const !== undefined) out.const = value.const;
  if (Object.hasOwn(value, 'default') && value.default !== undefined) out.default = value.default;
  const listed = list(reader, node, 'enum');
  if (listed && listed.length > 0) out.enum = listed;
  else if (listed) {
    reader.wrongType(child(node, 'enum') ?? node, 'a list with at least one value');
  }
  const examples = [...(list(reader, node, 'examples') ?? [])];
  if (Object.hasOwn(value, 'example') && value.example !== undefined) examples.push(value.example);
  if (examples.length > 0) out.examples = examples;
  const required = names(reader, child(node, 'required'));
  if (required && required.length > 0) out.required = required;
  readDependentRequired(reader, node, out);
}

function readDependentRequired(reader: Reader, node: ObjectNode, out: SchemaObject): void {
  const member = child(node, 'dependentRequired');
  if (!member) return;
  if (!isObject(member.value)) {
    reader.wrongType(member, 'an object of lists');
    return;
  }
  const found: Record<string, string[]> = {};
  for (const name of Object.keys(member.value)) {
    const needed = names(reader, child(member, name));
    if (needed) setOwn(found, name, needed);
  }
  out.dependentRequired = found;
}

function list(reader: Reader, node: ObjectNode, keyword: string): Json[] | undefined {
  const member = child(node, keyword);
  if (!member) return undefined;
  if (Array.isArray(member.value)) return member.value;
  reader.wrongType(member, 'a list');
  return undefined;
}

/** A list of member names, each once. */
export function names(reader: Reader, member: ReturnType<typeof child>): string[] | undefined {
  if (!member) return undefined;
  if (!Array.isArray(member.value)) {
    reader.wrongType(member, 'a list of names');
    return undefined;
  }
  const found = member.value.filter((name) => typeof name === 'string');
  if (found.length < member.value.length) reader.wrongType(member, 'a list of names');
  return [...new Set(found)];
}
