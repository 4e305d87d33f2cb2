import type { Json } from '../../json';
import type { JsonType, SchemaObject } from '../../openapi/model';

import { oneOfListed } from './same';
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
  const [only] = nodes;
  if (only === undefined || nodes.length > 1) return joined(nodes);
  const known = ofOne.get(only);
  if (known) return known;
  const made = joined(nodes);
  ofOne.set(only, made);
  return made;
}

/** Most places have one schema object, and each of their rules is looked at by many. */
const ofOne = new WeakMap<SchemaObject, Constraints>();

function joined(nodes: readonly SchemaObject[]): Constraints {
  const values = allowedValues(nodes);
  const all: Constraints = {
    types: allowedTypes(nodes, values),
    ...(values && { values }),
    minLength: 0,
    maxLength: Infinity,
    patterns: [],
    formats: [],
    minimum: -Infinity,
    maximum: Infinity,
    isOpenMinimum: false,
    isOpenMaximum: false,
    steps: [],
    minItems: 0,
    maxItems: Infinity,
    isUnique: false,
    minProperties: 0,
    maxProperties: Infinity,
  };
  let above = -Infinity;
  let below = Infinity;
  for (const node of nodes) {
    all.minLength = Math.max(all.minLength, countOf(node.minLength) ?? 0);
    all.maxLength = Math.min(all.maxLength, countOf(node.maxLength) ?? Infinity);
    all.minItems = Math.max(all.minItems, countOf(node.minItems) ?? 0);
    all.maxItems = Math.min(all.maxItems, countOf(node.maxItems) ?? Infinity);
    all.minProperties = Math.max(all.minProperties, countOf(node.minProperties) ?? 0);
    all.maxProperties = Math.min(all.maxProperties, countOf(node.maxProperties) ?? Infinity);
    all.minimum = Math.max(all.minimum, numberOf(node.minimum) ?? -Infinity);
    all.maximum = Math.min(all.maximum, numberOf(node.maximum) ?? Infinity);
    above = Math.max(above, numberOf(node.exclusiveMinimum) ?? -Infinity);
    below = Math.min(below, numberOf(node.exclusiveMaximum) ?? Infinity);
    addText(all.patterns, node.pattern);
    addText(all.formats, node.format);
    const step = numberOf(node.multipleOf) ?? 0;
    if (step > 0) all.steps.push(step);
    all.isUnique ||= node.uniqueItems === true;
  }
  all.isOpenMinimum = above >= all.minimum && above !== -Infinity;
  all.isOpenMaximum = below <= all.maximum && below !== Infinity;
  all.minimum = Math.max(all.minimum, above);
  all.maximum = Math.min(all.maximum, below);
  return all;
}

function addText(texts: string[], text: unknown): void {
  if (typeof text === 'string' && !texts.includes(text)) texts.push(text);
}

function allowedValues(nodes: readonly SchemaObject[]): Json[] | undefined {
  const lists = nodes.flatMap((node) => [
    ...(listOf(node.enum) ? [node.enum ?? []] : []),
    ...(node.const === undefined ? [] : [[node.const]]),
  ]);
  const [first, ...others] = lists;
  const typeLists = nodes.map(typesOf).filter((types) => types !== undefined);
  const isAmong = others.map(oneOfListed);
  return first
    ?.filter((value) => isAmong.every((isListed) => isListed(value)))
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
