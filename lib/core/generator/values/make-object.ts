import type { Json } from '../../json';
import type { SchemaObject } from '../../openapi/model';

import { constraintsOf, type Constraints } from './constraints';
import type { Made } from './make';
import { textsAt } from './make-text';
import { declaredNames, memberSchemas } from './members';
import { flatten, readOnlyNames, type Flat } from './nodes';
import { sampleTexts } from './pattern/sample';
import { isObject } from './same';
import { memberOf, membersOf, namesOf } from './sound';
import { randomAt, type Making, type Spot } from './spot';
import { discriminatorRule } from './variants';

type Make = (making: Making, spot: Spot) => Made;

const mostMembers = 300;
/** How many optional members a full value has at each depth: enough to review, few enough to read. */
const optionalAtDepth = [mostMembers, 40, 15, 5];

/** An object with its required members, in the order of the document; with all it may have where the spot asks so. */
export function makeObject(making: Making, spot: Spot, flat: Flat, rules: Constraints, make: Make): Made {
  const nodes = [...flat.nodes, ...dependents(making, flat, spot.ids)];
  const hidden = readOnlyNames(making.registry, nodes);
  const required = requiredNames(nodes).filter((name) => !hidden.has(name));
  const declared = declaredNames(nodes).filter((name) => !hidden.has(name));
  const members = new Map<string, Json>();
  const hint = isObject(spot.hint) ? spot.hint : {};
  const add = (name: string): string | undefined => {
    const schemas = memberSchemas(making.validator, nodes, name);
    const memberHint = memberOf(hint, name);
    const made = make(making, {
      schemas,
      name,
      owner: spot.name,
      pointer: `${spot.pointer}/${name}`,
      depth: spot.depth + 1,
      ids: spot.ids,
      variation: spot.variation,
      ...(memberHint !== undefined && { hint: memberHint }),
    });
    if ('reason' in made) return made.reason;
    members.set(name, made.value);
    return undefined;
  };

  if (required.length > mostMembers)
    return { reason: `The schema requires more than ${mostMembers} members.` };
  for (const name of required) {
    const reason = add(name);
    if (reason !== undefined) return { reason: `${name}: ${reason}` };
  }
  const isRepeated = (name: string) => repeats(making, spot, memberSchemas(making.validator, nodes, name));
  const optional = declared.filter((name) => !members.has(name) && !isRepeated(name));
  const wanted = making.fill === 'all' ? optional.slice(0, optionalAtDepth[spot.depth] ?? 0) : [];
  for (const name of wanted) if (members.size < Math.min(rules.maxProperties, mostMembers)) add(name);
  const isMap = making.fill === 'all' && members.size === 0 && declared.length === 0;
  // As text an object without members is nothing at all.
  const isText = making.place !== 'json' && !(making.place === 'multipart' && spot.depth > 0);
  const fewest = Math.max(rules.minProperties, isText || (isMap && hasOpenMembers(nodes)) ? 1 : 0);
  for (const name of optional) if (members.size < fewest) add(name);
  if (fewest > mostMembers) return { reason: `The schema requires more than ${mostMembers} members.` };
  for (const name of freeNames(making, spot, nodes)) {
    if (members.size >= Math.min(fewest, rules.maxProperties)) break;
    if (!members.has(name) && !hidden.has(name)) add(name);
  }
  if (members.size < rules.minProperties) return { reason: 'Not enough members can be made.' };
  return { value: Object.fromEntries(inOrder(members, declared)) };
}

/** A base schema names its heirs by the discriminator: the one that refers to it takes its own name. */
function dependents(making: Making, flat: Flat, ids: readonly string[]): SchemaObject[] {
  return flat.nodes.flatMap((node) => {
    if (!node.discriminator || node.oneOf || node.anyOf) return [];
    const heirs = new Set(Object.values(node.discriminator.mapping ?? {}));
    const heir = [...ids].reverse().find((id) => heirs.has(id));
    const rule = heir === undefined ? true : discriminatorRule(node, heir);
    return flatten(making.registry, [rule]).nodes;
  });
}

function requiredNames(nodes: readonly SchemaObject[]): string[] {
  const names = new Set(nodes.flatMap((node) => namesOf(node.required)));
  // The set grows while it is walked: what a new name requires is required too.
  for (const name of names) {
    for (const node of nodes) {
      for (const other of namesOf(memberOf(node.dependentRequired, name))) names.add(other);
    }
  }
  return [...names];
}

/** Whether a member leads back into a schema that is being made. */
function repeats(making: Making, spot: Spot, schemas: Spot['schemas']): boolean {
  return flatten(making.registry, schemas).ids.some((id) => spot.ids.includes(id));
}

function hasOpenMembers(nodes: readonly SchemaObject[]): boolean {
  return nodes.some(
    (node) => typeof node.additionalProperties === 'object' || node.patternProperties !== undefined,
  );
}

/** Names for members that the schema does not name: from its patterns, else plain ones. */
export function* freeNames(making: Making, spot: Spot, nodes: readonly SchemaObject[]): Generator<string> {
  const nameSchemas = nodes.flatMap((node) => (node.propertyNames === undefined ? [] : [node.propertyNames]));
  const nameRules = flatten(making.registry, nameSchemas).nodes;
  const isAllowed = (name: string) => nameSchemas.every((schema) => making.validator.isValid(schema, name));
  const rules = constraintsOf(nameRules);
  for (const value of rules.values ?? []) if (typeof value === 'string' && isAllowed(value)) yield value;
  for (const [source] of nodes.flatMap((node) => membersOf(node.patternProperties))) {
    const pattern = making.validator.patternOf(source);
    if ('ignored' in pattern) continue;
    yield* sampleTexts(pattern.tree, { min: 1, max: 40 }, randomAt(making, spot), isAllowed);
  }
  for (let number = 1; number <= mostMembers; number++) {
    if (isAllowed(`key_${number}`)) yield `key_${number}`;
    else if (number > 5) break;
  }
  if (nameSchemas.length > 0) yield* textsAt(making, { ...spot, name: 'key' }, rules);
}

function inOrder(members: Map<string, Json>, declared: readonly string[]): [string, Json][] {
  const rank = new Map(declared.map((name, index) => [name, index]));
  const rankOf = (name: string) => rank.get(name) ?? declared.length;
  return [...members].sort(([left], [right]) => rankOf(left) - rankOf(right));
}
