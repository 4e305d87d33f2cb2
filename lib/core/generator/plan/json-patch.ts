import type { Json } from '../../json';
import type { Operation, Schema, SchemaRegistry } from '../../openapi/model';

import type { PlanContext } from './context';
import { isStable, itemIn, successSchema } from './item-view';
import { preferred } from './media-type';
import { segmentsOf, shapeOf } from './path-template';
import { findReferences } from './references';
import type { Role } from './resources';
import { hasFlag, propertiesOf } from './schema-members';

/** A member of an item that a JSON Patch can replace, and a value for it. */
export interface PatchedMember {
  field: string;
  /** JSON Pointer (RFC 6901). */
  pointer: string;
  value: Json;
  /** Where a read shows the item: empty, or a member such as `data`. */
  view: string[];
}

/** The first plain member that both a write sends and a read shows; none where the document does not tell. */
export function patchedMember(operation: Operation, context: PlanContext): PatchedMember | undefined {
  const { model, values, resources } = context;
  const owner = resources.of(operation);
  const siblings = [...owner.resource.operations];
  const having = (role: Role): Operation | undefined => siblings.find(([, each]) => each === role)?.[0];
  const read = having('read');
  const write = having('replace') ?? having('create');
  const media = write?.requestBody && preferred(write.requestBody.content);
  const last = segmentsOf(operation.path).at(-1);
  if (!read || !media || last?.kind !== 'parameter' || shapeOf(read.path) !== shapeOf(operation.path))
    return undefined;
  const shown = itemIn(successSchema(read), last.name, owner.resource.noun, model.schemas);
  for (const [field, property] of propertiesOf(media.schema, model.schemas)) {
    const sides = [property, shown?.properties.get(field)];
    if (!shown || !sides.every((side) => side !== undefined && isWritten(side, model.schemas))) continue;
    const key = `${operation.id} patch`;
    const made = values.valid(property, { name: field, fill: 'required', place: 'json', key });
    // What must be unique cannot be set to the same value in two runs.
    if ('reason' in made || made.unique.length > 0) continue;
    const scope = { resources, registry: model.schemas, owner };
    if (findReferences({ [field]: made.value }, media.schema, scope).length > 0) continue;
    const pointer = `/${field.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    return { field, pointer, value: made.value, view: shown.path };
  }
  return undefined;
}

function isWritten(schema: Schema, registry: SchemaRegistry): boolean {
  const isHidden = hasFlag(schema, 'readOnly', registry) || hasFlag(schema, 'writeOnly', registry);
  return !isHidden && isStable(schema, registry);
}
