import type { SourceRef } from '../diagnostics';
import type { Json, JsonObject } from '../json';

import { append } from './pointer';

/** A value of the document together with its place. */
export interface Node<V extends Json = Json> extends SourceRef {
  value: V;
}

export type ObjectNode = Node<JsonObject>;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own member of an object or array, if it is there; names such as `__proto__` are names like any other. */
export function child(node: Node, token: string | number): Node | undefined {
  const { value } = node;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
  const member = Array.isArray(value) ? value[Number(token)] : value[token];
  return member === undefined
    ? undefined
    : { file: node.file, pointer: append(node.pointer, token), value: member };
}

/** Sets an own member, also where the name means something to JavaScript. */
export function setOwn<V>(target: Record<string, V>, name: string, value: V): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  } else target[name] = value;
}
