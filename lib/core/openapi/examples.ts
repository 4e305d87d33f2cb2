import type { Json } from '../json';

import { entries } from './members';
import type { NamedExample } from './model';
import { child, isObject, type Node } from './node';
import type { Scope } from './scope';
import { soundJson } from './source/sound-json';

/**
 * The `example` and `examples` of a parameter, header or media type (OpenAPI 3.1, section 4.8.19; 3.2 adds `dataValue`
 * and `serializedValue`); external values are files of any kind and stay outside.
 */
export function readExamples(scope: Scope, node: Node, mediaType?: string): NamedExample[] {
  const { reader } = scope;
  const found: NamedExample[] = [];
  const single = child(node, 'example');
  if (single)
    found.push({
      name: 'example',
      value: single.value,
      source: { file: single.file, pointer: single.pointer },
    });
  const written = child(node, 'examples');
  if (Array.isArray(written?.value)) {
    written.value.forEach((value, index) => {
      const place = child(written, index) ?? written;
      found.push({
        name: `example ${index + 1}`,
        value,
        source: { file: place.file, pointer: place.pointer },
      });
    });
    return found;
  }
  for (const [name, member] of entries(reader, node, 'examples')) {
    const example = isObject(member.value) ? reader.follow(member) : undefined;
    const value = example && valueOf(scope, name, example, mediaType);
    if (value) found.push({ name, value: value.value, source: { file: value.file, pointer: value.pointer } });
  }
  return found;
}

/** What an Example Object shows, as data. */
function valueOf({ leftOut }: Scope, name: string, example: Node, mediaType: string | undefined) {
  const data = child(example, 'value') ?? child(example, 'dataValue');
  if (data) return data;
  const serialized = child(example, 'serializedValue');
  const text = serialized?.value;
  if (serialized && typeof text === 'string') {
    if (mediaType === undefined || /^text\//i.test(mediaType)) return serialized;
    const value = /^[^;]*[/+]json\b/i.test(mediaType) ? parsed(text) : undefined;
    if (value !== undefined) return { ...serialized, value };
  }
  const place = serialized ?? child(example, 'externalValue');
  if (place) leftOut.add(place, `example ${name}`, 'its value cannot be read as data');
  return undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return soundJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}
