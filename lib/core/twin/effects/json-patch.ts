import { isObject, sameJson } from '../../generator/values/same';
import type { Json, JsonObject } from '../../json';

/** A thing after a JSON Patch (RFC 6902); `undefined` where an operation of it cannot be done. */
export function patched(record: JsonObject, patch: Json): JsonObject | undefined {
  if (!Array.isArray(patch)) return undefined;
  let result: Json = structuredClone(record);
  for (const step of patch) {
    const next: Json | undefined = isObject(step) ? applied(result, step) : undefined;
    if (next === undefined) return undefined;
    result = next;
  }
  return isObject(result) ? result : undefined;
}

function applied(target: Json, { op, path, from, value }: JsonObject): Json | undefined {
  const steps = stepsOf(path);
  if (!steps) return undefined;
  switch (op) {
    case 'add':
      return value === undefined ? undefined : put(target, steps, value, 'add');
    case 'replace':
      return value === undefined || at(target, steps) === undefined
        ? undefined
        : put(target, steps, value, 'replace');
    case 'remove':
      return without(target, steps);
    case 'test':
      return value !== undefined && sameJson(at(target, steps) ?? null, value) ? target : undefined;
    case 'copy':
    case 'move': {
      const origin = stepsOf(from);
      const moved = origin && at(target, origin);
      if (!origin || moved === undefined) return undefined;
      const rest = op === 'move' ? without(target, origin) : target;
      return rest === undefined ? undefined : put(rest, steps, structuredClone(moved), 'add');
    }
    default:
      return undefined;
  }
}

/** The steps of a JSON Pointer (RFC 6901). */
function stepsOf(pointer: Json | undefined): string[] | undefined {
  if (pointer === '') return [];
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function at(target: Json, steps: readonly string[]): Json | undefined {
  let value: Json | undefined = target;
  for (const step of steps) {
    if (Array.isArray(value)) value = value[indexOf(step)];
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

const indexOf = (step: string): number => (/^(0|[1-9]\d*)$/.test(step) ? Number(step) : -1);

function put(target: Json, steps: readonly string[], value: Json, how: 'add' | 'replace'): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const inner = (own: Json | undefined) =>
    rest.length === 0 ? value : own === undefined ? undefined : put(own, rest, value, how);
  if (Array.isArray(target)) {
    const index = step === '-' ? target.length : indexOf(step);
    if (index < 0 || index > target.length) return undefined;
    const member = inner(target[index]);
    if (member === undefined) return undefined;
    return target.toSpliced(index, how === 'add' && rest.length === 0 ? 0 : 1, member);
  }
  if (!isObject(target)) return undefined;
  const member = inner(Object.hasOwn(target, step) ? target[step] : undefined);
  return member === undefined
    ? undefined
    : Object.fromEntries([...Object.entries(target).filter(([name]) => name !== step), [step, member]]);
}

function without(target: Json, steps: readonly string[]): Json | undefined {
  const last = steps.at(-1);
  const path = steps.slice(0, -1);
  const parent = at(target, path);
  if (last === undefined || at(target, steps) === undefined) return undefined;
  const rest = Array.isArray(parent)
    ? parent.toSpliced(indexOf(last), 1)
    : Object.fromEntries(Object.entries(isObject(parent) ? parent : {}).filter(([name]) => name !== last));
  return put(target, path, rest, 'replace');
}
