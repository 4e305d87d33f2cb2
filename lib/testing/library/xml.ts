import type { Json, JsonObject } from '../../core/json';
import { dereference, isObject, lookUp } from '../service/document';
import { readText, shapeAt } from '../service/text-shape';

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

/** Reads elements, attributes and text; `undefined` where the text is not well-formed XML of that kind. */
export function parseXml(source: string): Element | undefined {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const match = token.exec(source);
    const parent = open.at(-1);
    if (match === null || parent === undefined) return undefined;
    const [, isEnd, name, attributes = '', isEmpty, text] = match;
    if (text !== undefined) {
      const plain = unescaped(text);
      if (plain === undefined || (parent === root && plain.trim() !== '')) return undefined;
      parent.text += plain;
    } else if (name !== undefined && isEnd === '/') {
      if (parent === root || parent.name !== name) return undefined;
      open.pop();
    } else if (name !== undefined) {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(pairs.map(([, name = '', a, b]) => [name, unescaped(a ?? b ?? '') ?? '']));
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string | undefined {
  let isSound = true;
  const plain = text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);|&/gi, (_, name: string | undefined) => {
    const code = name?.startsWith('#') ? Number(name.replace('#x', '0x').replace('#', '')) : undefined;
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code);
    const known = name === undefined ? undefined : entities[name];
    if (known === undefined) isSound = false;
    return known ?? '';
  });
  return isSound ? plain : undefined;
}

/** The name that a schema gives its element (OpenAPI "XML Object"). */
export function elementName(document: Json, schema: string): string {
  const name = lookUp(document, `${dereference(document, schema)}/xml/name`);
  return typeof name === 'string' ? name : '';
}

/** An element as the value that a flat object schema describes; what it does not know stays, for the schema to judge. */
export function readElement(document: Json, schema: string, { attributes, children }: Element): JsonObject {
  const at = dereference(document, schema);
  const { properties } = shapeAt(document, at);
  const value: JsonObject = {};
  for (const [name, text] of Object.entries(attributes)) {
    const shape = properties.get(name);
    value[name] = shape && isAttribute(document, at, name) ? readText(text, shape) : text;
  }
  for (const { name, children: inner, text } of children) {
    const shape = properties.get(name);
    const { items } = shape ?? {};
    let read: Json = text;
    if (items !== undefined) read = inner.map((one) => readText(one.text, items));
    else if (shape !== undefined && inner.length === 0) read = readText(text, shape);
    else if (inner.length > 0) read = inner.map((one) => one.text);
    value[name] = Object.hasOwn(value, name) ? [value[name] ?? null, read] : read;
  }
  return value;
}

/** A flat object as XML, in the order of its schema's properties. */
export function writeElement(document: Json, schema: string, value: JsonObject): string {
  const at = dereference(document, schema);
  const names = [...shapeAt(document, at).properties.keys()].filter((name) => value[name] !== undefined);
  const attributes = names.filter((name) => isAttribute(document, at, name));
  const elements = names.filter((name) => !attributes.includes(name));
  const root = elementName(document, schema);
  const head = attributes.map((name) => ` ${name}="${escaped(value[name])}"`).join('');
  const body = elements.map((name) => {
    const member = value[name];
    const inner = elementName(document, `${at}/properties/${name}/items`) || name;
    const text = Array.isArray(member)
      ? member.map((one) => `<${inner}>${escaped(one)}</${inner}>`).join('')
      : escaped(member);
    return `<${name}>${text}</${name}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${head}>${body.join('')}</${root}>`;
}

function isAttribute(document: Json, schema: string, name: string): boolean {
  const xml = lookUp(document, `${schema}/properties/${name}/xml`);
  return isObject(xml) && xml['attribute'] === true;
}

function escaped(value: Json | undefined): string {
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
