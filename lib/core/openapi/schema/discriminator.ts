import type { Discriminator, Schema, SchemaObject } from '../model';
import { child, isObject, setOwn, type Node, type ObjectNode } from '../node';
import { append, tokensOf } from '../pointer';
import type { Reader } from '../reader';

import { targetOf, type Registry } from './registry';

/**
 * The discriminator with its mapping in registry ids (OpenAPI 3.1, section 4.8.25; in Swagger 2.0 it is a property
 * name alone). Branches of oneOf and anyOf that the mapping does not name are mapped by their component's name.
 */
export function readDiscriminator(
  reader: Reader,
  registry: Registry,
  node: ObjectNode,
  out: SchemaObject,
): Discriminator | undefined {
  const member = child(node, 'discriminator');
  if (!member) return undefined;
  if (typeof member.value === 'string') return { propertyName: member.value, mapping: {} };
  const propertyName = isObject(member.value) ? member.value.propertyName : undefined;
  if (typeof propertyName !== 'string') {
    reader.wrongType(member, 'an object with a propertyName');
    return undefined;
  }
  const mapping = explicitMapping(reader, registry, member);
  const mapped = new Set(Object.values(mapping));
  for (const branch of [...(out.oneOf ?? []), ...(out.anyOf ?? [])]) {
    const id = targetOf(branch);
    const name = id === undefined ? undefined : implicitName(registry, branch);
    if (id !== undefined && name !== undefined && !mapped.has(id)) setOwn(mapping, name, id);
  }
  const fallback = child(member, 'defaultMapping');
  const target = fallback && mappedPlace(reader, fallback);
  return { propertyName, mapping, ...(target ? { defaultMapping: registry.idOf(target) } : {}) };
}

function explicitMapping(reader: Reader, registry: Registry, member: Node): Record<string, string> {
  const mapping: Record<string, string> = {};
  const written = child(member, 'mapping');
  if (!written) return mapping;
  if (!isObject(written.value)) {
    reader.wrongType(written, 'an object');
    return mapping;
  }
  for (const value of Object.keys(written.value)) {
    const place = child(written, value) ?? written;
    const target = mappedPlace(reader, place);
    if (target) setOwn(mapping, value, registry.idOf(target));
  }
  return mapping;
}

/** A schema by its component name or by reference. */
function mappedPlace(reader: Reader, place: Node): Node | undefined {
  const reference = place.value;
  if (typeof reference !== 'string') {
    reader.wrongType(place, 'a schema name or a reference');
    return undefined;
  }
  return reader.resolve(isName(reference) ? { ...place, file: '' } : place, asReference(reader, reference));
}

function isName(reference: string): boolean {
  return /^[\p{L}\p{N}._-]+$/u.test(reference) && !/\.(ya?ml|json)$/i.test(reference);
}

function asReference(reader: Reader, reference: string): string {
  if (!isName(reference)) return reference;
  return `#${append(reader.dialect === 'swagger-2.0' ? '/definitions' : '/components/schemas', reference)}`;
}

function implicitName(registry: Registry, branch: Schema): string | undefined {
  const place = registry.placeOf(targetOf(branch) ?? '');
  return place && (tokensOf(place.pointer).at(-1) ?? place.file);
}
