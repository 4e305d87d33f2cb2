import type { Json } from '../../core/json';

import { dereference, isObject, lookUp } from './document';

/** How text is read as a value: by the `type` of a schema and of the schemas of its items or properties. */
export interface TextShape {
  type: string;
  items?: TextShape;
  properties: ReadonlyMap<string, TextShape>;
}

/** The shape of the schema at a JSON Pointer. Schemas of parameters and forms are flat: one level is read. */
export function shapeAt(document: Json, pointer: string, deep = true): TextShape {
  const at = dereference(document, pointer);
  const declared = lookUp(document, `${at}/type`);
  const [type = 'string'] = [declared ?? 'string'].flat().filter((one) => one !== 'null');
  const properties = lookUp(document, `${at}/properties`);
  const names = deep && isObject(properties) ? Object.keys(properties) : [];
  return {
    type: typeof type === 'string' ? type : 'string',
    ...(type === 'array' && { items: shapeAt(document, `${at}/items`, false) }),
    properties: new Map(names.map((name) => [name, shapeAt(document, `${at}/properties/${name}`)])),
  };
}

/** Text that is not of the type stays text, and its schema refuses it. */
export function readText(text: string, { type }: TextShape): Json {
  if (type === 'integer' && /^-?(0|[1-9]\d*)$/.test(text)) return Number(text);
  if (type === 'number' && /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}
