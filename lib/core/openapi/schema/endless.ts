import type { Schema } from '../model';
import type { Reader } from '../reader';

import { targetOf, type Registry } from './registry';

const maxRounds = 200;

/**
 * Reports schemas that no finite value can satisfy: each value must hold another of the same kind. Found by growing the
 * set of schemas that surely end until nothing joins it.
 */
export function reportEndless(reader: Reader, registry: Registry): void {
  const ending = new Set<string>();
  let open = registry.ids();
  for (let round = 0, grows = true; grows; round++) {
    // Each schema that a chain of references needs first may cost a round; nobody writes chains as long as this.
    if (round > maxRounds) return;
    const rest = open.filter((id) => {
      if (!ends(registry.get(id) ?? true, registry, ending)) return true;
      ending.add(id);
      return false;
    });
    grows = rest.length < open.length;
    open = rest.reverse();
  }
  for (const id of open) {
    const schema = registry.get(id);
    const source = schema === undefined ? undefined : registry.sourceOf(schema);
    reader.report(
      'warning',
      'endless-schema',
      source ?? { file: '', pointer: '' },
      `No value can satisfy "${id}": each one must contain a further one without end.`,
      'Make a property of the circle optional, or allow null or an empty list.',
    );
  }
}

function ends(schema: Schema, registry: Registry, ending: ReadonlySet<string>): boolean {
  if (typeof schema === 'boolean' || schema.enum || schema.const !== undefined) return true;
  const inner = (one: Schema) => ends(one, registry, ending);
  const id = targetOf(schema);
  if (id !== undefined && registry.get(id) !== undefined && !ending.has(id)) return false;
  if (!(schema.allOf ?? []).every(inner)) return false;
  for (const branches of [schema.oneOf, schema.anyOf]) if (branches && !branches.some(inner)) return false;
  const { properties = {} } = schema;
  const needed = (schema.required ?? []).flatMap((name) =>
    Object.hasOwn(properties, name) ? (properties[name] ?? []) : [],
  );
  if (schema.type === 'object') return needed.every(inner);
  if (schema.type === 'array') return !schema.minItems || schema.items === undefined || inner(schema.items);
  // Without a type, a number or a text satisfies required and minItems.
  return true;
}
