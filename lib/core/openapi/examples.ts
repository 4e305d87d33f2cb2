import { entries } from './members';
import type { NamedExample } from './model';
import { child, isObject, type Node } from './node';
import type { Scope } from './scope';

/**
 * The `example` and `examples` of a parameter, header or media type (OpenAPI 3.1, section 4.8.19); external values are
 * files of any kind and stay outside.
 */
export function readExamples({ reader }: Scope, node: Node): NamedExample[] {
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
  for (const [name, member] of entries(reader, node, 'examples', { extensions: false })) {
    const example = isObject(member.value) ? reader.follow(member) : undefined;
    const value = example && (child(example, 'value') ?? child(example, 'dataValue'));
    if (value) found.push({ name, value: value.value, source: { file: value.file, pointer: value.pointer } });
  }
  return found;
}
