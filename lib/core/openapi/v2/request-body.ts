import { flag, text } from '../members';
import type { RequestBody, Schema } from '../model';
import { child, setOwn, type ObjectNode } from '../node';
import type { Scope } from '../scope';

/**
 * Body and form parameters as one request body (Swagger 2.0, "Parameter Object": a body and form data exclude each
 * other; files need multipart).
 */
export function readRequestBodyV2(
  scope: Scope,
  operation: ObjectNode,
  parameters: ObjectNode[],
  consumes: string[],
): RequestBody | undefined {
  const { reader, schemas } = scope;
  const body = parameters.find((node) => node.value.in === 'body');
  const form = parameters.filter((node) => node.value.in === 'formData');
  if (body) {
    const written = child(body, 'schema');
    const description = text(reader, body, 'description');
    const source = { file: body.file, pointer: body.pointer };
    const types = consumes.length > 0 ? consumes : ['application/json'];
    return {
      required: flag(reader, body, 'required') ?? false,
      ...(description === undefined ? {} : { description }),
      content: types.map((mediaType) => ({
        mediaType: mediaType.toLowerCase(),
        ...(written ? { schema: schemas.schema(written) } : {}),
        examples: [],
        encoding: {},
        source,
      })),
      source,
    };
  }
  return form.length > 0 ? formBody(scope, operation, form, consumes) : undefined;
}

function formBody(scope: Scope, operation: ObjectNode, form: ObjectNode[], consumes: string[]): RequestBody {
  const { reader, schemas } = scope;
  const properties: Record<string, Schema> = {};
  const encoding: RequestBody['content'][number]['encoding'] = {};
  const required: string[] = [];
  for (const node of form) {
    const name = text(reader, node, 'name');
    if (name === undefined) continue;
    const described = text(reader, node, 'description');
    setOwn(
      properties,
      name,
      Object.assign(schemas.inline(node), described ? { description: described } : {}),
    );
    if (flag(reader, node, 'required')) required.push(name);
    if (text(reader, node, 'collectionFormat') === 'multi')
      setOwn(encoding, name, { style: 'form', explode: true });
    else if (node.value.type === 'array') setOwn(encoding, name, { style: 'form', explode: false });
  }
  const first = form[0] ?? operation;
  const source = { file: first.file, pointer: first.pointer };
  const schema = schemas.registry.placed(
    { type: 'object' as const, properties, ...(required.length > 0 ? { required } : {}) },
    source,
  );
  const files = form.some((node) => node.value.type === 'file');
  const forms = consumes
    .map((type) => type.toLowerCase())
    .filter((type) => /multipart|urlencoded/.test(type));
  const usable = files ? forms.filter((type) => type.startsWith('multipart/')) : forms;
  const types =
    usable.length > 0 ? usable : [files ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
  return {
    required: required.length > 0,
    content: types.map((mediaType) => ({ mediaType, schema, examples: [], encoding, source })),
    source,
  };
}
