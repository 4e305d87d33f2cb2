import type { JsonType, SchemaObject } from '../../openapi/model';

const jsonTypes: readonly JsonType[] = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];

/** The types that a schema names, or `undefined` where it allows any. Unknown names are read over. */
export function typesOf(schema: SchemaObject): JsonType[] | undefined {
  const { type } = schema;
  if (type === undefined) return undefined;
  const named = (Array.isArray(type) ? type : [type]).filter((name) => jsonTypes.includes(name));
  return named.length > 0 ? named : undefined;
}

/** A keyword that counts: a whole number that is not negative, else as if it were not written. */
export function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** A keyword that is a number, else as if it were not written. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The texts of a list of names, without repetition. */
export function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter((name) => typeof name === 'string'))] : [];
}

/** A keyword that holds a list, else as if it were not written. */
export function listOf<Item>(value: Item[] | undefined): Item[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}

/** The members of a keyword that holds an object. */
export function membersOf<Member>(value: Record<string, Member> | undefined): [string, Member][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** An own member, never one of the prototype: names come from documents. */
export function memberOf<Member>(
  value: Record<string, Member> | undefined,
  name: string,
): Member | undefined {
  return value !== undefined && Object.hasOwn(value, name) ? value[name] : undefined;
}
