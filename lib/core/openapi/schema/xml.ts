import { flag, object, text } from '../members';
import type { Xml } from '../model';
import { child, type ObjectNode } from '../node';
import type { Reader } from '../reader';

/** How a value is written as XML (OpenAPI 3.1, section 4.8.26; 3.2, section 4.26). */
export function readXml(reader: Reader, node: ObjectNode): Xml | undefined {
  const xml = object(reader, node, 'xml');
  if (!xml) return undefined;
  const out: Xml = {};
  for (const name of ['name', 'namespace', 'prefix'] as const) {
    const value = text(reader, xml, name);
    if (value !== undefined) out[name] = value;
  }
  for (const name of ['attribute', 'wrapped'] as const) {
    const value = flag(reader, xml, name);
    if (value !== undefined) out[name] = value;
  }
  readNodeType(reader, node, xml, out);
  return out;
}

/** `nodeType` of OpenAPI 3.2 says the same as the flags of older versions, and more. */
function readNodeType(reader: Reader, node: ObjectNode, xml: ObjectNode, out: Xml): void {
  const nodeType = text(reader, xml, 'nodeType');
  if (nodeType === undefined) return;
  if (nodeType === 'attribute') out.attribute = true;
  else if (nodeType === 'text' || nodeType === 'cdata' || nodeType === 'none') out.nodeType = nodeType;
  else if (nodeType === 'element') {
    if (node.value.type === 'array') out.wrapped = true;
  } else reader.wrongType(child(xml, 'nodeType') ?? xml, 'one of element, attribute, text, cdata, none');
}
