import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import type { Json, JsonObject } from '../../core/json';

import { isObject } from './document';

export interface Breach {
  /** JSON Pointer into the value. */
  place: string;
  message: string;
}

export type Direction = 'request' | 'response';

/** Checks values against the schemas of an OpenAPI 3.1 document, as they apply to requests or to responses. */
export class SchemaCheck {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });

  constructor(document: JsonObject, direction: Direction) {
    addFormats.default(this.#ajv);
    this.#ajv.addFormat('int64', { type: 'number', validate: (n: number) => n >= -(2 ** 63) && n < 2 ** 63 });
    this.#ajv.addSchema(directed(document, direction), 'document');
  }

  /** What is wrong with `value` for the schema at `pointer`; empty when it is valid. */
  breaches(pointer: string, value: Json): Breach[] {
    const key = `document#${pointer.split('/').map(encodeURIComponent).join('/')}`;
    const validate = this.#ajv.getSchema(key);
    if (validate === undefined) throw new Error(`The document has no schema at ${pointer}.`);
    return validate(value) === true ? [] : (validate.errors ?? []).map(toBreach);
  }
}

function toBreach(error: ErrorObject): Breach {
  return { place: error.instancePath, message: error.message ?? error.keyword };
}

/**
 * OpenAPI's reading of `required` (Schema Object, readOnly and writeOnly): a readOnly property is required in
 * responses only, and a server ignores it in a request; a writeOnly one has no place in a response.
 */
function directed(value: JsonObject, direction: Direction): JsonObject {
  const foreign = direction === 'request' ? 'readOnly' : 'writeOnly';
  const walk = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(walk);
    if (!isObject(node)) return node;
    const copy: JsonObject = {};
    for (const [name, child] of Object.entries(node)) copy[name] = walk(child);
    const { properties, required } = copy;
    if (!isObject(properties)) return copy;
    const names = Object.keys(properties).filter((name) => {
      const property = properties[name];
      return isObject(property) && property[foreign] === true;
    });
    for (const name of names) properties[name] = direction === 'request';
    if (Array.isArray(required)) {
      copy['required'] = required.filter((name) => typeof name !== 'string' || !names.includes(name));
    }
    return copy;
  };
  const copy = walk(value);
  return isObject(copy) ? copy : {};
}
