import type { Json } from '../../../json';
import type { Schema, SchemaObject } from '../../../openapi/model';
import { makeAt, sourceOf, type Bench } from '../bench';
import { applyDelta, smallestDelta } from '../delta';
import { idOf } from '../nodes';
import type { Location } from '../pin';
import { isObject } from '../same';
import { listOf, membersOf, namesOf, typesOf } from '../sound';
import type { Boundary, NoValue, Variations } from '../types';
import { discriminatorRule } from '../variants';
import { ownRules } from '../violation/proposal';
import { isCarried } from '../wire';

const mostBranches = 20;
const mostVariations = 4;

/** A way to satisfy a schema other than the one that the base value takes. */
interface Way {
  keyword: 'oneOf' | 'anyOf' | 'then' | 'else';
  id: string;
  limit: Json;
  values: Iterable<Json>;
}

/**
 * The other ways to satisfy a schema, one valid value each: every branch of `oneOf` and `anyOf` that the base does not
 * take and that is an object, and the other side of each `if`.
 */
export function allBranches(bench: Bench): Variations<Boundary> {
  const items: Boundary[] = [];
  const skipped: NoValue[] = [];
  if (!bench.pinned.hasChoices) return { items, skipped };
  for (const location of bench.pinned.locations) {
    for (const node of location.nodes) {
      for (const { keyword, id, limit, values } of waysOf(bench, location, node)) {
        const source = sourceOf(bench, node, keyword);
        const value = firstValid(bench, location, values);
        if (items.length >= mostBranches) {
          const reason = `Only the first ${mostBranches} branches of a value are tried.`;
          return { items, skipped: [...skipped, { reason, source }] };
        }
        if (value === undefined)
          skipped.push({ reason: `No value was found for ${id} of ${keyword}.`, source });
        else
          items.push({
            keyword,
            limit,
            id,
            delta: smallestDelta(location.path, location.value, value),
            source,
          });
      }
    }
  }
  return { items, skipped };
}

function firstValid(bench: Bench, { path }: Location, values: Iterable<Json>): Json | undefined {
  const part = bench.partAt(path);
  for (const value of values) {
    const changed = applyDelta(part.value, { op: 'set', path: path.slice(part.path.length), value });
    if (isCarried(changed, bench.place, part.path.length) && bench.validator.isValid(part.schema, changed)) {
      return value;
    }
  }
  return undefined;
}

function* waysOf(bench: Bench, location: Location, node: SchemaObject): Generator<Way> {
  const isTaken = (branch: Schema) => bench.validator.isValid(branch, location.value);
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = listOf(node[keyword]) ?? [];
    for (const [index, branch] of branches.entries()) {
      if (isTaken(branch) || !isObjectLike(bench, location, branch)) continue;
      const values = branchValues(bench, location, node, branch);
      const name = branchName(branches, index);
      yield { keyword, id: name.startsWith('with-') ? name : `as-${name}`, limit: index + 1, values };
    }
  }
  if (node.if === undefined || typeof node.if === 'boolean' || !isObject(location.value)) return;
  if (node.then === undefined && node.else === undefined) return;
  const holds = isTaken(node.if);
  const [keyword, id] = holds
    ? (['else', 'condition-fails'] as const)
    : (['then', 'condition-holds'] as const);
  yield {
    keyword,
    id,
    limit: holds ? false : true,
    values: otherSide(bench, location, node, node.if, holds),
  };
}

/** Scalars and lists are edges among others; objects have members that deserve tests of their own. */
function isObjectLike(bench: Bench, location: Location, branch: Schema): boolean {
  if (typeof branch === 'boolean') return false;
  const resolved = bench.registry.resolve(branch);
  const types = typeof resolved === 'object' ? typesOf(resolved) : undefined;
  return types ? types.includes('object') : isObject(location.value);
}

function* branchValues(
  bench: Bench,
  location: Location,
  node: SchemaObject,
  branch: Schema,
): Generator<Json> {
  const { validator } = bench;
  const named =
    node.discriminator && typeof branch === 'object' && branch.$ref !== undefined
      ? [discriminatorRule(node, idOf(branch.$ref))]
      : [];
  const part = bench.partAt(location.path);
  const isPart = part.path.length === location.path.length;
  const conjunctions = [
    [branch, ...named, ownRules(node)],
    ...(isPart ? [[part.schema, branch, ...named]] : []),
  ];
  for (const fill of ['all', 'required'] as const) {
    for (const schemas of conjunctions) {
      const made = makeAt(bench, schemas, location, 0, fill);
      if (made === undefined) continue;
      if (validator.isValid(branch, made)) yield made;
      if (isObject(made) && isObject(location.value)) yield { ...location.value, ...made };
    }
  }
}

/** The value without what its own side spoke of, with what the other side asks for. */
function* otherSide(
  bench: Bench,
  location: Location,
  node: SchemaObject,
  condition: SchemaObject,
  holds: boolean,
): Generator<Json> {
  const { validator } = bench;
  const isOther = (value: Json) => validator.isValid(condition, value) !== holds;
  const wanted: Schema[] = holds ? [{ not: condition }, node.else ?? true] : [condition, node.then ?? true];
  const spoken = new Set([condition, holds ? node.then : node.else].flatMap(spokenNames));
  const base = isObject(location.value) ? location.value : {};
  const rest = Object.fromEntries(Object.entries(base).filter(([name]) => !spoken.has(name)));
  const alone: Json[] = [];
  for (const fill of ['required', 'all'] as const) {
    for (let variation = 0; variation < mostVariations; variation++) {
      const made = makeAt(bench, [ownRules(node), ...wanted], location, variation, fill);
      if (!isObject(made)) continue;
      alone.push(made);
      for (const value of [
        { ...base, ...made },
        { ...made, ...rest },
        { ...rest, ...made },
      ]) {
        if (isOther(value)) yield value;
      }
    }
  }
  yield* alone.filter(isOther);
}

function spokenNames(schema: Schema | undefined): string[] {
  if (typeof schema !== 'object') return [];
  return [...membersOf(schema.properties).map(([name]) => name), ...namesOf(schema.required)];
}

/** What people call a branch: the schema's name or title, its type where only it has it, else its number. */
export function branchName(branches: readonly Schema[], index: number): string {
  const branch = branches[index];
  if (typeof branch !== 'object') return `branch-${index + 1}`;
  const named = branch.$ref === undefined ? branch.title : idOf(branch.$ref).split(/[/#]/).at(-1);
  if (named !== undefined && /[A-Za-z0-9]/.test(named)) return kebab(named);
  const others = new Set(
    branches.flatMap((other, at) =>
      at === index || typeof other !== 'object' ? [] : namesOf(other.required),
    ),
  );
  const own = namesOf(branch.required).filter((name) => !others.has(name));
  if (own.length > 0 && own.length < 3) return `with-${own.map(kebab).join('-and-')}`;
  const type = typesOf(branch)?.join('-or-');
  const isOnly = branches.every(
    (other, at) => at === index || type !== (typeof other === 'object' ? typesOf(other)?.join('-or-') : ''),
  );
  return type !== undefined && isOnly ? type : `branch-${index + 1}`;
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
