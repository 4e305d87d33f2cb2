import type { Operation, Schema, SchemaRegistry } from '../../openapi/model';

import { identifyingProperty } from './identification';
import { bodyPlace, isJson, preferred } from './media-type';
import { applying, hasFlag, propertiesOf, typesOf } from './schema-members';

/** Where an answer shows an item: the path to it and its declared properties. */
export interface ItemView {
  path: string[];
  properties: ReadonlyMap<string, Schema>;
}

/** The schema of the JSON body of an operation's documented success. */
export function successSchema(operation: Operation): Schema | undefined {
  const response = operation.responses.find((each) => /^2/.test(each.status));
  return response?.content.find((each) => isJson(each.mediaType))?.schema;
}

/** The item in an answer that shows one: the body itself, or one member that holds it (`data`). */
export function itemIn(
  schema: Schema | undefined,
  parameter: string,
  noun: string,
  registry: SchemaRegistry,
): ItemView | undefined {
  const own = propertiesOf(schema, registry);
  if (identifyingProperty(own, parameter, noun, registry) !== undefined) return { path: [], properties: own };
  for (const [name, member] of own) {
    const inner = propertiesOf(member, registry);
    if (identifyingProperty(inner, parameter, noun, registry) !== undefined) {
      return { path: [name], properties: inner };
    }
  }
  return own.size > 0 ? { path: [], properties: own } : undefined;
}

/** The list in an answer: the body itself, or its one member that is a list of objects; and its items' properties. */
export function listIn(schema: Schema | undefined, registry: SchemaRegistry): ItemView | undefined {
  const items = itemsOf(schema, registry);
  if (items !== undefined) return { path: [], properties: propertiesOf(items, registry) };
  const lists = [...propertiesOf(schema, registry)].flatMap(([name, member]) => {
    const inner = itemsOf(member, registry);
    const properties = inner === undefined ? new Map<string, Schema>() : propertiesOf(inner, registry);
    return properties.size === 0 ? [] : [{ path: [name], properties }];
  });
  return lists.length === 1 ? lists[0] : undefined;
}

function itemsOf(schema: Schema | undefined, registry: SchemaRegistry): Schema | undefined {
  if (!typesOf(schema, registry).includes('array')) return undefined;
  return applying(schema, registry).find((part) => part.items !== undefined)?.items;
}

/**
 * The members of a request body that the answer must show as they were sent: described on both sides, plain values,
 * neither `readOnly` nor `writeOnly`, of a form that a server does not rewrite (times, URLs).
 */
export function comparableFields(operation: Operation, item: ItemView, registry: SchemaRegistry): string[] {
  const media = operation.requestBody && preferred(operation.requestBody.content);
  if (!media || bodyPlace(media.mediaType) === undefined) return [];
  return [...propertiesOf(media.schema, registry)].flatMap(([name, sent]) => {
    const shown = item.properties.get(name);
    if (shown === undefined) return [];
    const sides = [sent, shown];
    if (sides.some((side) => hasFlag(side, 'writeOnly', registry) || hasFlag(side, 'readOnly', registry)))
      return [];
    return sides.every((side) => isStable(side, registry)) ? [name] : [];
  });
}

const rewritten = /^(date-time|time|password|uri|url|email|binary|byte)/;

/** Whether a server shows a value of this schema as it was sent. */
export function isStable(schema: Schema, registry: SchemaRegistry): boolean {
  const types = typesOf(schema, registry).filter((type) => type !== 'null');
  const isPlain = types.length === 1 && ['string', 'integer', 'number', 'boolean'].includes(types[0] ?? '');
  return (
    isPlain &&
    applying(schema, registry).every(
      (part) => !rewritten.test(part.format ?? '') && part.contentMediaType === undefined,
    )
  );
}
