import type { Json } from '../../json';
import type { MediaType } from '../../openapi/model';
import type { Place, UniquePlace } from '../values/types';

import { literal, type Expression } from './expression';
import { help } from './named';

/** The body of the valid request of an operation, as JSON for rules to vary and as an expression for tests to send. */
export interface BaseBody {
  media: MediaType;
  /** The media type as it is sent. */
  mediaType: string;
  /** `undefined`: text or bytes that no schema rules. */
  place: Place | undefined;
  value: Json;
  expression: Expression;
  /** How the support code writes it, where its media type alone does not say that. */
  encoding?: Json;
}

export type Path = (string | number)[];

/** Expressions that stand for members of a value. */
export interface Override {
  path: Path;
  value: Expression;
}

/** A value that differs from run to run, as the helper that makes it. */
export function uniqueValue(place: UniquePlace, sample: Json): Expression {
  switch (place.kind) {
    case 'email':
      return help('unique_email', []);
    case 'uuid':
      return help('unique_uuid', []);
    case 'integer':
      return help('unique_integer', []);
    case 'text':
      return help('unique', [literal(typeof sample === 'string' ? sample : '')], {
        max_length: place.maxLength === undefined ? undefined : literal(place.maxLength),
      });
  }
}

/** A JSON value as an expression in which some members are made by the test. */
export function withOverrides(value: Json, overrides: Override[], path: Path = []): Expression {
  const here = overrides.filter((override) => startsWith(override.path, path));
  const exact = here.find((override) => override.path.length === path.length);
  if (exact) return exact.value;
  if (here.length === 0 || value === null || typeof value !== 'object') return literal(value);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => withOverrides(item, here, [...path, index]));
    const [first] = items;
    const isRepeated = first && items.length >= longRepetition && items.every((item) => isSame(item, first));
    return isRepeated ? { kind: 'repeated', item: first, count: items.length } : { kind: 'list', items };
  }
  const entries = Object.entries(value).map(([name, each]) => ({
    name,
    value: withOverrides(each, here, [...path, name]),
  }));
  return { kind: 'object', entries };
}

const longRepetition = 4;

function isSame(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function startsWith(path: Path, prefix: Path): boolean {
  return prefix.every((step, index) => path[index] === step);
}

/** The member of a value at a path, where there is one. */
export function memberAt(value: Json, path: Path): Json | undefined {
  let current: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(current) && typeof step === 'number') current = current[step];
    else if (current !== null && typeof current === 'object' && !Array.isArray(current)) {
      current = Object.hasOwn(current, step) ? current[step] : undefined;
    } else return undefined;
  }
  return current;
}
