import type { Json, JsonObject } from '../../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';

import { applying, propertiesOf, typesOf } from './schema-members';

const deepest = 5;

/**
 * How a value of a schema is written as XML (OpenAPI "XML Object"), as data for the support code: `tag` where it is not
 * the member's name, `attribute`, `wrapped`, `xmlns`, and the same of `members` and `items`. Recursion ends at a depth
 * that no generated value has.
 */
export function xmlLayout(schema: Schema, registry: SchemaRegistry): JsonObject {
  const layout = layoutOf(schema, registry, 0);
  return { tag: rootTag(schema, registry), ...layout };
}

/** The name that the document itself gives the element, without a prefix. */
export function xmlName(schema: Schema, registry: SchemaRegistry): string | undefined {
  return xmlOf(schema, registry)?.name;
}

/** `xml.name`, else the name of the component. */
function rootTag(schema: Schema, registry: SchemaRegistry): string {
  const own = xmlOf(schema, registry);
  const component = typeof schema === 'object' ? schema.$ref?.split('/').at(-1) : undefined;
  return tagOf(own, own?.name ?? component ?? 'root');
}

function layoutOf(schema: Schema, registry: SchemaRegistry, depth: number): JsonObject {
  if (depth > deepest) return {};
  const xml = xmlOf(schema, registry);
  const isList = typesOf(schema, registry).includes('array');
  const layout: JsonObject = {};
  // The name of a list that is not wrapped is ignored: only its items become elements.
  if (xml?.name !== undefined && (!isList || xml.wrapped)) layout.tag = tagOf(xml, xml.name);
  if (xml?.attribute) layout.attribute = true;
  if (xml?.namespace !== undefined) layout.xmlns = { [xml.prefix ?? '']: xml.namespace };
  if (isList) {
    if (xml?.wrapped) layout.wrapped = true;
    const items = applying(schema, registry).find((part) => part.items !== undefined)?.items ?? true;
    addInner(layout, 'items', layoutOf(items, registry, depth + 1));
    return layout;
  }
  const members: JsonObject = {};
  for (const [name, property] of propertiesOf(schema, registry)) {
    const inner = layoutOf(property, registry, depth + 1);
    const own = xmlOf(property, registry);
    // A prefix alone changes the tag too.
    if (own?.prefix !== undefined && inner.tag === undefined) inner.tag = tagOf(own, name);
    addInner(members, name, inner);
  }
  addInner(layout, 'members', members);
  return layout;
}

function addInner(layout: JsonObject, name: string, inner: JsonObject): void {
  if (Object.keys(inner).length > 0) layout[name] = inner satisfies Json;
}

function xmlOf(schema: Schema, registry: SchemaRegistry): SchemaObject['xml'] {
  return applying(schema, registry).find((part) => part.xml !== undefined)?.xml;
}

function tagOf(xml: SchemaObject['xml'], name: string): string {
  return xml?.prefix === undefined || xml.prefix === '' ? name : `${xml.prefix}:${name}`;
}
