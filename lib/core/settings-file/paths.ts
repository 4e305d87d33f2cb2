import type { Json, JsonObject } from '../json';

/** The value at a dotted path such as `performance.rounds`; `undefined` where nothing stands. */
export function valueAt(settings: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = settings;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** Settings with one more value, at a dotted path; what was given stays as it is. */
export function withValue(settings: JsonObject, path: string, value: Json): JsonObject {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...settings, [name]: value };
  const inner = settings[name];
  const group = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...settings, [name]: withValue(group, rest.join('.'), value) };
}
