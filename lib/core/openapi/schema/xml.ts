import { flag, object, text } from '../members';
import type { SchemaObject } from '../model';
import type { ObjectNode } from '../node';
import type { Reader } from '../reader';

/** How a value is written as XML (OpenAPI 3.1, section 4.8.26). */
export function readXml(reader: Reader, node: ObjectNode): SchemaObject['xml'] | undefined {
  const xml = object(reader, node, 'xml');
  if (!xml) return undefined;
  const out: NonNullable<SchemaObject['xml']> = {};
  for (const name of ['name', 'namespace', 'prefix'] as const) {
    const value = text(reader, xml, name);
    if (value !== undefined) out[name] = value;
  }
  for (const name of ['attribute', 'wrapped'] as const) {
    const value = flag(reader, xml, name);
    if (value !== undefined) out[name] = value;
  }
  return out;
}
