import type { SchemaObject } from '../model';
import type { Reader } from '../reader';

import { inPlaceEdges, type Edge } from './in-place-edges';
import { referenceTo, targetOf, type Registry } from './registry';

/**
 * A schema that applies itself to the same value sends every validator into an endless loop (JSON Schema 2020-12,
 * section 9.4.1). Each such circle is cut at one reference and reported.
 */
export function breakCycles(reader: Reader, registry: Registry): void {
  const finished = new Set<SchemaObject>();
  for (const id of registry.ids()) {
    const schema = registry.get(id);
    if (typeof schema !== 'object') continue;
    for (
      let cycle = findCycle(registry, schema, finished);
      cycle;
      cycle = findCycle(registry, schema, finished)
    ) {
      cut(reader, registry, cycle);
    }
  }
}

interface Frame {
  node: SchemaObject;
  edges: Edge[];
  next: number;
}

/** Depth-first with a stack of its own, for chains of references may be long. Finished schemas lead to no circle. */
function findCycle(registry: Registry, start: SchemaObject, finished: Set<SchemaObject>): Edge[] | undefined {
  const open = new Map<SchemaObject, number>();
  const stack: Frame[] = [];
  const enter = (node: SchemaObject) => {
    open.set(node, stack.length);
    stack.push({ node, edges: inPlaceEdges(registry, node), next: 0 });
  };
  if (!finished.has(start)) enter(start);
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const edge = frame.edges[frame.next++];
    if (!edge) {
      stack.pop();
      open.delete(frame.node);
      finished.add(frame.node);
      continue;
    }
    const from = open.get(edge.target);
    if (from !== undefined) return stack.slice(from).flatMap(({ edges, next }) => edges[next - 1] ?? []);
    if (!finished.has(edge.target)) enter(edge.target);
  }
  return undefined;
}

function cut(reader: Reader, registry: Registry, cycle: Edge[]): void {
  if (cutInheritance(reader, registry, cycle)) return;
  const edge = cycle.findLast(({ keyword }) => keyword === '$ref');
  if (!edge) return;
  delete edge.holder.$ref;
  reader.report(
    'error',
    'reference-cycle',
    registry.sourceOf(edge.holder) ?? { file: '', pointer: '' },
    'This reference leads back to itself for the same value; it is read as allowing anything.',
    'Break the circle: refer to another schema, or put the reference below a property.',
  );
}

/**
 * The common mistake among circles: a base lists its kinds by oneOf or anyOf, and each kind includes the base by allOf.
 * What is meant is that a kind includes the base's own members.
 */
function cutInheritance(reader: Reader, registry: Registry, cycle: Edge[]): boolean {
  const at = cycle.findIndex((edge, index) => {
    const next = cycle[(index + 1) % cycle.length]?.keyword;
    return edge.keyword === '$ref' && (next === 'oneOf' || next === 'anyOf');
  });
  const edge = cycle[at];
  const before = cycle[(at + cycle.length - 1) % cycle.length];
  if (!edge || before?.keyword !== 'allOf') return false;
  const { oneOf: _oneOf, anyOf: _anyOf, discriminator: _discriminator, ...members } = edge.target;
  const id = registry.derive(`${targetOf(edge.holder) ?? 'schema'}_base`, members, edge.target);
  edge.holder.$ref = referenceTo(id);
  reader.report(
    'warning',
    'inheritance-cycle',
    registry.sourceOf(edge.holder) ?? { file: '', pointer: '' },
    'This schema includes one that lists it as an alternative; only the own members of that one are included.',
    'Move the shared members to a schema of their own, and include that one.',
  );
  return true;
}
