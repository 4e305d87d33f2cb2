import { xmlLayout } from '../../generator/plan/xml-layout';
import { isObject } from '../../generator/values/same';
import type { Json, JsonObject } from '../../json';
import type { MediaType, SchemaRegistry } from '../../openapi/model';

import type { Unreadable } from './text';
import type { Texts, TextReader } from './typed-text';
import { parseXml, type Element } from './xml-elements';

/** XML as the value that a schema describes with its `xml` objects (OpenAPI "XML Object"). */
export function readXml(
  registry: SchemaRegistry,
  reader: TextReader,
  { schema }: MediaType,
  text: string,
): { value: Json } | Unreadable {
  const root = parseXml(text);
  if (!root) return { unreadable: 'The body is not well-formed XML.' };
  if (schema === undefined) return { value: text };
  const layout = xmlLayout(schema, registry);
  const tag = String(layout.tag ?? 'root');
  if (localName(root.name) !== localName(tag)) return { unreadable: `The body is not a <${tag}>.` };
  return { value: reader.read(schema, textsOf(root, layout)) };
}

/** An element as texts, by the layout of its schema; what the layout does not know stays, for the schema to judge. */
function textsOf(element: Element, layout: JsonObject): Texts {
  const members = isObject(layout.members) ? layout.members : {};
  const isPlain = element.children.length === 0 && Object.keys(element.attributes).length === 0;
  if (isPlain && Object.keys(members).length === 0) return element.text;
  const value: { [name: string]: Texts } = {};
  for (const [tag, text] of Object.entries(element.attributes)) value[nameOf(members, tag)] = text;
  for (const child of element.children) {
    const name = nameOf(members, child.name);
    const inner = isObject(members[name]) ? members[name] : {};
    const read = inner.wrapped === true ? itemsOf(child, inner) : textsOf(child, inner);
    const known = Object.hasOwn(value, name) ? value[name] : undefined;
    if (known === undefined) value[name] = read;
    else value[name] = Array.isArray(known) ? [...known, read] : [known, read];
  }
  return value;
}

function itemsOf(element: Element, layout: JsonObject): Texts {
  const items = isObject(layout.items) ? layout.items : {};
  return element.children.map((child) => textsOf(child, items));
}

/** The member that an element or attribute stands for. */
function nameOf(members: JsonObject, tag: string): string {
  const found = Object.entries(members).find(([name, inner]) => {
    const own = isObject(inner)
      ? (inner.tag ?? (isObject(inner.items) ? inner.items.tag : undefined))
      : undefined;
    return localName(String(own ?? name)) === localName(tag);
  });
  return found?.[0] ?? localName(tag);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
