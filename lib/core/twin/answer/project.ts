import { memberSchemas, itemSchemas } from '../../generator/values/members';
import { flatten, readOnlyNames, type Conjunction } from '../../generator/values/nodes';
import { isObject } from '../../generator/values/same';
import { listOf } from '../../generator/values/sound';
import type { Validator } from '../../generator/values/validator';
import type { Json } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

const deepest = 60;
const deepestChoice = 4;

/** What of a value a schema has room for: without members that are hidden in it or that it rules out. */
export function project(registry: SchemaRegistry, validator: Validator, schema: Schema, value: Json): Json {
  const visit = (schemas: Conjunction, each: Json, depth: number): Json => {
    if (typeof each !== 'object' || each === null || depth > deepest) return each;
    const nodes = nodesFor(registry, validator, schemas, each, 0);
    if (Array.isArray(each))
      return each.map((item, index) => visit(itemSchemas(nodes, index), item, depth + 1));
    const hidden = readOnlyNames(registry, nodes);
    const isClosed = nodes.some((node) => node.unevaluatedProperties === false);
    const members = Object.entries(each).flatMap(([name, member]): [string, Json][] => {
      const own = memberSchemas(validator, nodes, name);
      if (hidden.has(name) || own.includes(false) || (isClosed && own.length === 0)) return [];
      return [[name, visit(own, member, depth + 1)]];
    });
    return Object.fromEntries(members);
  };
  return visit([schema], value, 0);
}

/** The schema objects that apply to a value, with the branch of each choice that fits it best. */
export function nodesFor(
  registry: SchemaRegistry,
  validator: Validator,
  schemas: Conjunction,
  value: Json,
  depth: number,
): SchemaObject[] {
  const { nodes } = flatten(registry, schemas);
  if (depth > deepestChoice) return [...nodes];
  const chosen = nodes.flatMap((node) => {
    const best = [listOf(node.oneOf), listOf(node.anyOf)].flatMap((branches) =>
      branches ? [bestBranch(validator, branches, value)] : [],
    );
    const condition = node.if === undefined ? undefined : validator.isValid(node.if, value);
    const side = condition === undefined ? undefined : condition ? node.then : node.else;
    return side === undefined ? best : [...best, side];
  });
  if (chosen.length === 0) return [...nodes];
  return [...new Set([...nodes, ...nodesFor(registry, validator, chosen, value, depth + 1)])];
}

/** The branch with the fewest broken rules; a constant that names another branch counts most. */
function bestBranch(validator: Validator, branches: Schema[], value: Json): Schema {
  let best: { branch: Schema; cost: number } | undefined;
  for (const branch of branches) {
    const issues = validator.errorsOf(branch, value);
    const cost = issues.reduce((sum, { keyword }) => sum + (/^(const|enum|type)$/.test(keyword) ? 20 : 1), 0);
    if (!best || cost < best.cost) best = { branch, cost };
    if (cost === 0) break;
  }
  return best?.branch ?? true;
}

/** A value with what only the other one has; where both have something, the first counts. */
export function filledIn(value: Json, filler: Json): Json {
  if (!isObject(value) || !isObject(filler)) return value;
  const result = { ...value };
  for (const [name, member] of Object.entries(filler)) {
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    result[name] = own === undefined ? member : filledIn(own, member);
  }
  return result;
}
