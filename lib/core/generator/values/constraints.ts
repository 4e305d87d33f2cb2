import type { Json } from '../../json';
import type { JsonType, SchemaObject } from '../../openapi/model';

import { sameJson } from './same';
import { countOf, listOf, numberOf, typesOf } from './sound';

/** What several schema objects together demand of a value, as far as it can be said by one bound each. */
export interface Constraints {
  /** Types that all of them allow, non-null ones first; where none is named, those that the keywords speak of. */
  types: JsonType[];
  /** The only values allowed, from `enum` and `const`. */
  values?: Json[];
  minLength: number;
  maxLength: number;
  patterns: string[];
  formats: string[];
  /** Closed bounds; `isOpen…` where the bound itself is excluded. */
  minimum: number;
  maximum: number;
  isOpenMinimum: boolean;
  isOpenMaximum: boolean;
  steps: number[];
  minItems: number;
  maxItems: number;
  isUnique: boolean;
  minProperties: number;
  maxProperties: number;
}

export function constraintsOf(nodes: readonly SchemaObject[]): Constraints {
  const most = (pick: (node: SchemaObject) => number | undefined, start: number) =>
    nodes.reduce((bound, node) => Math.max(bound, pick(node) ?? start), start);
  const least = (pick: (node: SchemaObject) => number | undefined) =>
    nodes.reduce((bound, node) => Math.min(bound, pick(node) ?? Infinity), Infinity);
  const minimum = most((node) => numberOf(node.minimum), -Infinity);
  const above = most((node) => numberOf(node.exclusiveMinimum), -Infinity);
  const maximum = least((node) => numberOf(node.maximum));
  const below = least((node) => numberOf(node.exclusiveMaximum));
  const values = allowedValues(nodes);
  return {
    types: allowedTypes(nodes, values),
    ...(values && { values }),
    minLength: most((node) => countOf(node.minLength), 0),
    maxLength: least((node) => countOf(node.maxLength)),
    patterns: texts(nodes.map((node) => node.pattern)),
    formats: texts(nodes.map((node) => node.format)),
    minimum: Math.max(minimum, above),
    maximum: Math.min(maximum, below),
    isOpenMinimum: above >= minimum && above !== -Infinity,
    isOpenMaximum: below <= maximum && below !== Infinity,
    steps: nodes.map((node) => numberOf(node.multipleOf) ?? 0).filter((step) => step > 0),
    minItems: most((node) => countOf(node.minItems), 0),
    maxItems: least((node) => countOf(node.maxItems)),
    isUnique: nodes.some((node) => node.uniqueItems === true),
    minProperties: most((node) => countOf(node.minProperties), 0),
    maxProperties: least((node) => countOf(node.maxProperties)),
  };
}

function texts(list: unknown[]): string[] {
  return [...new Set(list.filter((item) => typeof item === 'string'))];
}

function allowedValues(nodes: readonly SchemaObject[]): Json[] | undefined {
  const lists = nodes.flatMap((node) => [
    ...(listOf(node.enum) ? [node.enum ?? []] : []),
    ...(node.const === undefined ? [] : [[node.const]]),
  ]);
  const [first, ...others] = lists;
  const typeLists = nodes.map(typesOf).filter((types) => types !== undefined);
  return first
    ?.filter((value) => others.every((list) => list.some((other) => sameJson(value, other))))
    .filter((value) => typeLists.every((types) => types.some((type) => isOfType(value, type))));
}

/** JSON Schema 2020-12 core, 4.2.1: 1.0 is an integer. */
export function isOfType(value: Json, type: JsonType): boolean {
  if (value === null) return type === 'null';
  if (Array.isArray(value)) return type === 'array';
  if (typeof value === 'number') return type === 'number' || (type === 'integer' && Number.isInteger(value));
  return typeof value === type;
}

const spokenOf: readonly [JsonType, readonly (keyof SchemaObject)[]][] = [
  ['object', ['properties', 'required', 'additionalProperties', 'minProperties', 'patternProperties']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

function allowedTypes(nodes: readonly SchemaObject[], values: Json[] | undefined): JsonType[] {
  let allowed: JsonType[] | undefined;
  for (const node of nodes) {
    const types = typesOf(node);
    if (types) allowed = allowed ? intersect(allowed, types) : types;
  }
  if (allowed)
    return [...allowed.filter((type) => type !== 'null'), ...allowed.filter((type) => type === 'null')];
  if (values) return [];
  const spoken = spokenOf.filter(([, keywords]) =>
    nodes.some((node) => keywords.some((keyword) => node[keyword] !== undefined)),
  );
  return [...spoken.map(([type]) => type), 'string'];
}

function intersect(left: JsonType[], right: JsonType[]): JsonType[] {
  const both = left.filter(
    (type) => right.includes(type) || (type === 'integer' && right.includes('number')),
  );
  const narrowed = right.filter((type) => type === 'integer' && left.includes('number'));
  return [...new Set([...both, ...narrowed])];
}
