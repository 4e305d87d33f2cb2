import type { Json, JsonObject } from '../../json';
import type { ApiModel, ApiResponse, Schema } from '../../openapi/model';
import { createNames, fileSlug } from '../../python/identifier';

import type { Name } from './expression';
import { isJson } from './media-type';
import { responseSchema } from './response-schema';
import type { SchemaFile } from './suite-plan';

export interface SchemaFiles {
  /** The name of the file that the JSON body of a response must fit; `undefined` where the document promises none. */
  of(call: Name, response: ApiResponse): string | undefined;
  /** All files asked for, and `components` with the schemas that they share. */
  files(): SchemaFile[];
}

/** Collects the schemas that tests check answers against; each component is written once, whatever reaches it. */
export function createSchemaFiles(model: ApiModel): SchemaFiles {
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
      components.set(id, found === undefined ? true : responseSchema(found, model.schemas));
      if (found !== undefined) open.push(...model.schemas.references(found));
    }
  }

  return {
    of(call, response) {
      const media = response.content.find((each) => isJson(each.mediaType));
      const schema = media?.schema;
      if (schema === undefined || schema === true || Object.keys(schema).length === 0) return undefined;
      const key = `${call} ${response.status}`;
      const known = byResponse.get(key);
      if (known !== undefined) return known;
      const made = fileSlug(`${call} ${response.status}`, { fallback: 'response', maxLength: 80 });
      // A file name is unique whatever the case of its letters.
      const fileName = names.has(made) ? `${made}_${files.size + 1}` : made;
      byResponse.set(key, fileName);
      collect(schema);
      files.set(fileName, {
        name: fileName,
        schema: { $schema: dialect, ...asObject(responseSchema(schema, model.schemas)) },
      });
      return fileName;
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

const dialect = 'https://json-schema.org/draft/2020-12/schema';

function asObject(schema: Json): JsonObject {
  return schema !== null && typeof schema === 'object' && !Array.isArray(schema) ? schema : { not: {} };
}
