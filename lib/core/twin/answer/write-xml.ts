import { xmlLayout } from '../../generator/plan/xml-layout';
import { isObject } from '../../generator/values/same';
import type { Json, JsonObject } from '../../json';
import type { Schema, SchemaRegistry } from '../../openapi/model';

/** A value as XML with the `xml` objects of its schema (OpenAPI "XML Object"). */
export function writeXml(registry: SchemaRegistry, schema: Schema, value: Json): string {
  const layout = xmlLayout(schema, registry);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementOf('root', value, layout)}`;
}

function elementOf(name: string, value: Json, layout: JsonObject): string {
  const tag = typeof layout.tag === 'string' ? layout.tag : name;
  if (value === null) return '';
  if (Array.isArray(value)) {
    const inner = isObject(layout.items) ? layout.items : {};
    const items = value.map((item) => elementOf(tag, item, inner)).join('');
    return layout.wrapped === true ? `<${tag}>${items}</${tag}>` : items;
  }
  const spaces = isObject(layout.xmlns) ? layout.xmlns : {};
  let attributes = Object.entries(spaces)
    .map(([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escaped(uri)}"`)
    .join('');
  if (!isObject(value)) return `<${tag}${attributes}>${escaped(value)}</${tag}>`;
  const members = isObject(layout.members) ? layout.members : {};
  let inner = '';
  for (const [key, member] of Object.entries(value)) {
    const part = isObject(members[key]) ? members[key] : {};
    if (part.attribute === true) {
      attributes += ` ${typeof part.tag === 'string' ? part.tag : key}="${escaped(member)}"`;
    } else inner += elementOf(key, member, part);
  }
  return `<${tag}${attributes}>${inner}</${tag}>`;
}

function escaped(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
