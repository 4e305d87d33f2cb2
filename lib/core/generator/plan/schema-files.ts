import type { Json, JsonObject } from '../../json';
import type { ApiModel, ApiResponse, ResponseHeader, Schema, SchemaRegistry } from '../../openapi/model';
import { createNames, fileSlug } from '../../python/identifier';
import type { GenerationSettings } from '../settings';

import type { Name } from './expression';
import { isJson } from './media-type';
import { responseSchema } from './response-schema';
import { applying, typesOf } from './schema-members';
import type { SchemaFile } from './suite-plan';

export interface SchemaFiles {
  /** The name of the file that the JSON body of a response must fit; `undefined` where the document promises none. */
  of(call: Name, response: ApiResponse): string | undefined;
  /** The name of the file that the headers of a response must fit; `undefined` where nothing but text is promised. */
  ofHeaders(call: Name, response: ApiResponse): string | undefined;
  /** All files asked for, and `components` with the schemas that they share. */
  files(): SchemaFile[];
}

/** Collects the schemas that tests check answers against; each component is written once, whatever reaches it. */
export function createSchemaFiles(
  model: ApiModel,
  { unknownProperties }: Pick<GenerationSettings, 'unknownProperties'>,
): SchemaFiles {
  const isClosed = unknownProperties === 'refused';
  const names = createNames(['components']);
  const files = new Map<string, SchemaFile>();
  const byResponse = new Map<string, string>();
  const components = new Map<string, Json>();

  /** Adds what a schema leads to; what was added for another one is not walked through again. */
  function collect(schema: Schema): void {
    const open = [...model.schemas.references(schema)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (components.has(id)) continue;
      const found = model.schemas.get(id);
      components.set(
        id,
        found === undefined ? true : responseSchema(found, model.schemas, isClosed ? 'members' : 'none'),
      );
      if (found !== undefined) open.push(...model.schemas.references(found));
    }
  }

  /** Writes a schema once for each key, under a name that is unique whatever the case of its letters. */
  function file(key: string, text: string, schemas: Schema[], make: () => Json): string {
    const known = byResponse.get(key);
    if (known !== undefined) return known;
    const made = fileSlug(text, { fallback: 'response', maxLength: 80 });
    const fileName = names.has(made) || files.has(made) ? `${made}_${files.size + 1}` : made;
    byResponse.set(key, fileName);
    schemas.forEach(collect);
    files.set(fileName, { name: fileName, schema: { $schema: dialect, ...asObject(make()) } });
    return fileName;
  }

  return {
    of(call, response) {
      const media = response.content.find((each) => isJson(each.mediaType));
      const schema = media?.schema;
      if (schema === undefined || schema === true || Object.keys(schema).length === 0) return undefined;
      const text = `${call} ${response.status}`;
      return file(`${text} ${media?.mediaType ?? ''}`, text, [schema], () =>
        responseSchema(schema, model.schemas, isClosed ? 'all' : 'none'),
      );
    },
    ofHeaders(call, response) {
      const headers = documentedHeaders(response);
      if (headers.every((each) => isAnyText(each.schema, model.schemas))) return undefined;
      const required = headers.filter((each) => each.required).map((each) => each.name);
      const properties = (): JsonObject =>
        Object.fromEntries(headers.map((each) => [each.name, responseSchema(each.schema, model.schemas)]));
      return file(
        `${call} ${response.status} headers`,
        `${call} ${response.status} headers`,
        headers.map((each) => each.schema),
        () => ({ type: 'object', properties: properties(), ...(required.length > 0 && { required }) }),
      );
    },
    files() {
      const shared: JsonObject = {};
      for (const id of [...components.keys()].sort()) shared[id] = components.get(id) ?? true;
      const all = [...files.values()];
      if (components.size === 0) return all;
      return [...all, { name: 'components', schema: { $schema: dialect, $defs: shared } }];
    },
  };
}

/** OpenAPI "Response Object": a documented header named Content-Type is ignored. */
export function documentedHeaders(response: ApiResponse): ResponseHeader[] {
  return response.headers.filter((each) => each.name.toLowerCase() !== 'content-type');
}

/** Whether any text fits: there is nothing to check but that the header is there. */
function isAnyText(schema: Schema, registry: SchemaRegistry): boolean {
  const ruled = applying(schema, registry).flatMap((part) => Object.keys(part));
  const says = ruled.filter((keyword) => !silent.has(keyword));
  const types = typesOf(schema, registry);
  return schema !== false && says.length === 0 && (types.length === 0 || types.includes('string'));
}

const silent = new Set([
  'type',
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
  '$ref',
  'allOf',
]);

const dialect = 'https://json-schema.org/draft/2020-12/schema';

function asObject(schema: Json): JsonObject {
  return schema !== null && typeof schema === 'object' && !Array.isArray(schema) ? schema : { not: {} };
}
