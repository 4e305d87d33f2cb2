import { entries } from '../members';
import type { ApiResponse } from '../model';
import { child, isObject, type ObjectNode } from '../node';
import type { Scope } from '../scope';
import type { WrittenLink } from '../v3/response';

/** The parts of a Response Object that differ between versions (Swagger 2.0, "Response Object"). */
export function readResponseDetailsV2(
  { reader, schemas }: Scope,
  node: ObjectNode,
  produces: string[],
): Pick<ApiResponse, 'content' | 'headers'> & { links: WrittenLink[] } {
  const written = child(node, 'schema');
  const schema = written && schemas.schema(written);
  const examples = new Map(entries(reader, node, 'examples'));
  const types = produces.length > 0 ? produces : ['application/json'];
  return {
    content: schema === undefined ? [] : types.map((type) => mediaType(type, examples, node, schema)),
    headers: entries(reader, node, 'headers').flatMap(([name, header]) => {
      const { value, file, pointer } = header;
      if (!isObject(value)) return [];
      const place = { value, file, pointer };
      return [{ name, required: false, schema: schemas.inline(place), source: { file, pointer } }];
    }),
    links: [],
  };
}

function mediaType(
  type: string,
  examples: ReadonlyMap<
    string,
    { value: ApiResponse['content'][number]['examples'][number]['value']; file: string; pointer: string }
  >,
  node: ObjectNode,
  schema: NonNullable<ApiResponse['content'][number]['schema']>,
): ApiResponse['content'][number] {
  const example = examples.get(type);
  return {
    mediaType: type.toLowerCase(),
    schema,
    examples: example
      ? [{ name: type, value: example.value, source: { file: example.file, pointer: example.pointer } }]
      : [],
    encoding: {},
    source: { file: node.file, pointer: node.pointer },
  };
}
