import type { Json } from '../json';

import { child, isObject, type Node, type ObjectNode } from './node';
import type { Reader } from './reader';

/*
 * Typed access to members of an untrusted document: what is missing is `undefined`, what has the wrong type is
 * reported and `undefined` as well. References are not followed here.
 */

export function text(reader: Reader, node: Node, name: string): string | undefined {
  const member = child(node, name);
  if (!member || member.value === null) return undefined;
  if (typeof member.value === 'string') return member.value;
  reader.wrongType(member, 'a string');
  return undefined;
}

export function flag(reader: Reader, node: Node, name: string): boolean | undefined {
  const member = child(node, name);
  if (!member || member.value === null) return undefined;
  if (typeof member.value === 'boolean') return member.value;
  reader.wrongType(member, 'true or false');
  return undefined;
}

export function object(reader: Reader, node: Node, name: string): ObjectNode | undefined {
  const member = child(node, name);
  if (!member || member.value === null) return undefined;
  const { value, file, pointer } = member;
  if (isObject(value)) return { value, file, pointer };
  reader.wrongType(member, 'an object');
  return undefined;
}

/** The items of a list member with their places. */
export function items(reader: Reader, node: Node, name: string): Node[] {
  const member = child(node, name);
  if (!member || member.value === null) return [];
  if (!Array.isArray(member.value)) {
    reader.wrongType(member, 'a list');
    return [];
  }
  return member.value.flatMap((_, index) => child(member, index) ?? []);
}

/** The strings of a list member; other items are reported. */
export function texts(reader: Reader, node: Node, name: string): string[] {
  return items(reader, node, name).flatMap((item) => {
    if (typeof item.value === 'string') return [item.value];
    reader.wrongType(item, 'a string');
    return [];
  });
}

/** The members of an object member, in document order; extensions (`x-…`) left out on request. */
export function entries(
  reader: Reader,
  node: Node,
  name: string,
  options: { extensions: boolean } = { extensions: true },
): [string, Node][] {
  const member = object(reader, node, name);
  return member ? entriesOf(member, options) : [];
}

export function entriesOf(
  node: ObjectNode,
  options: { extensions: boolean } = { extensions: true },
): [string, Node][] {
  return Object.keys(node.value).flatMap((key): [string, Node][] => {
    if (!options.extensions && key.startsWith('x-')) return [];
    const member = child(node, key);
    return member ? [[key, member]] : [];
  });
}

/** A member as it is, without its place. */
export function raw(node: Node, name: string): Json | undefined {
  return child(node, name)?.value;
}
