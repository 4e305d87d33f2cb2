import type { Json } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { flatten, idOf, type Conjunction, type Flat } from './nodes';
import { listOf, typesOf } from './sound';

const deepestChoice = 12;

interface ChoicePoint {
  key: object;
  branches: Conjunction[];
}

/**
 * The ways in which a value can satisfy a conjunction: each takes one branch of every `oneOf` and `anyOf`, and one
 * side of every `if`. Branches that only allow null come last. The caller stops when it has enough.
 */
export function* variantsOf(registry: SchemaRegistry, schemas: Conjunction): Generator<Flat> {
  yield* expand(registry, schemas, new Set(), 0);
}

function* expand(
  registry: SchemaRegistry,
  schemas: Conjunction,
  decided: ReadonlySet<object>,
  depth: number,
): Generator<Flat> {
  const flat = flatten(registry, schemas);
  if (flat.isNever || depth > deepestChoice) return;
  const point = flat.nodes.flatMap((node) => choicePoints(node)).find(({ key }) => !decided.has(key));
  if (!point) {
    yield flat;
    return;
  }
  for (const branch of point.branches) {
    yield* expand(registry, [...schemas, ...branch], new Set([...decided, point.key]), depth + 1);
  }
}

function choicePoints(node: SchemaObject): ChoicePoint[] {
  const points: ChoicePoint[] = [];
  for (const list of [listOf(node.oneOf), listOf(node.anyOf)]) {
    if (list) points.push({ key: list, branches: branchesOf(node, list) });
  }
  if (node.if !== undefined && (node.then !== undefined || node.else !== undefined)) {
    const key = typeof node.if === 'object' ? node.if : node;
    points.push({ key, branches: [[node.if, node.then ?? true], [node.else ?? true]] });
  }
  return points;
}

function branchesOf(node: SchemaObject, list: Schema[]): Conjunction[] {
  const ordered = [...list.filter((branch) => !isNull(branch)), ...list.filter(isNull)];
  const named = ordered.map((branch): Conjunction => [branch, ...discriminated(node, branch)]);
  return node.discriminator ? [...named, ...ordered.map((branch) => [branch])] : named;
}

function isNull(schema: Schema): boolean {
  return typeof schema === 'object' && typesOf(schema)?.join() === 'null';
}

/** What the discriminator says when a branch is meant (OpenAPI 3.1, 4.8.25): a mapped name, else the schema's own. */
function discriminated(node: SchemaObject, branch: Schema): Schema[] {
  if (!node.discriminator || typeof branch !== 'object' || typeof branch.$ref !== 'string') return [];
  const id = idOf(branch.$ref);
  return [discriminatorRule(node, id)];
}

/** A rule that sets the discriminator to the name of a registry id. */
export function discriminatorRule(node: SchemaObject, id: string): Schema {
  const { propertyName, mapping } = node.discriminator ?? { propertyName: '', mapping: {} };
  const mapped = Object.entries(mapping ?? {}).find(([, target]) => target === id)?.[0];
  const value: Json = mapped ?? id.split('/').at(-1) ?? id;
  return { properties: { [propertyName]: { const: value } }, required: [propertyName] };
}
