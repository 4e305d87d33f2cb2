import type { Json } from '../../json';

import { isObject, sameJson } from './same';
import { memberOf } from './sound';
import type { Delta } from './types';

/** A copy of a value with one change. A path that leads nowhere changes nothing. */
export function applyDelta(value: Json, delta: Delta): Json {
  return change(value, delta, 0);
}

function change(value: Json, delta: Delta, depth: number): Json {
  const step = delta.path[depth];
  if (step === undefined) return delta.op === 'remove' ? value : delta.value;
  const isLast = depth === delta.path.length - 1;
  if (Array.isArray(value) && typeof step === 'number') return changeItem(value, step, delta, depth);
  if (!isObject(value)) return value;
  const name = String(step);
  if (isLast && delta.op === 'remove') {
    const { [name]: _, ...rest } = value;
    return rest;
  }
  // A computed name is an own member whatever it is called, and keeps its place where it was there before.
  const own = Object.hasOwn(value, name) ? value[name] : undefined;
  if (own !== undefined) return { ...value, [name]: change(own, delta, depth + 1) };
  return isLast && delta.op !== 'remove' ? { ...value, [name]: delta.value } : value;
}

function changeItem(value: Json[], index: number, delta: Delta, depth: number): Json {
  const isLast = depth === delta.path.length - 1;
  if (isLast && delta.op === 'remove') return value.filter((_, at) => at !== index);
  if (isLast && delta.op === 'add') return value.toSpliced(index, 0, delta.value);
  return value.map((item, at) => (at === index ? change(item, delta, depth + 1) : item));
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The change from one value to another, at the one member that differs where there is only one. */
export function smallestDelta(path: readonly (string | number)[], from: Json, to: Json): Delta {
  if (isObject(from) && isObject(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    const differing = names.filter((name) => {
      const [left, right] = [memberOf(from, name), memberOf(to, name)];
      return left === undefined || right === undefined || !sameJson(left, right);
    });
    const [name] = differing;
    if (differing.length === 1 && name !== undefined) {
      const inner = [...path, name];
      const [left, right] = [memberOf(from, name), memberOf(to, name)];
      if (right === undefined) return { op: 'remove', path: inner };
      return left === undefined
        ? { op: 'add', path: inner, value: right }
        : smallestDelta(inner, left, right);
    }
  }
  return { op: 'set', path: [...path], value: to };
}
