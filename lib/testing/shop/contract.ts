import type { Json, JsonObject } from '../../core/json';

import { dereference, escapeToken, isObject, lookUp, objectAt } from './document';

export interface ContractParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  /** JSON Pointer of its schema. */
  schema: string;
  /** How its text is read: by the `type` of its schema. */
  type: string;
}

export interface ContractOperation {
  id: string;
  method: string;
  path: string;
  pointer: string;
  /** Alternatives of scheme names; none: public. */
  security: string[];
  parameters: ContractParameter[];
  /** Media type to JSON Pointer of the body's schema. */
  body: ReadonlyMap<string, string>;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** What the server must do, read from its document. */
export function readContract(document: JsonObject): ContractOperation[] {
  const operations: ContractOperation[] = [];
  for (const [path, item] of Object.entries(objectAt(document, '/paths'))) {
    const at = `/paths/${escapeToken(path)}`;
    if (!isObject(item)) continue;
    for (const method of methods.filter((name) => name in item)) {
      operations.push(readOperation(document, path, method, `${at}/${method}`, at));
    }
  }
  return operations;
}

function readOperation(document: Json, path: string, method: string, pointer: string, item: string) {
  const id = lookUp(document, `${pointer}/operationId`);
  const security = lookUp(document, `${pointer}/security`) ?? lookUp(document, '/security');
  const content = lookUp(document, `${pointer}/requestBody/content`);
  return {
    id: typeof id === 'string' ? id : `${method} ${path}`,
    method,
    path,
    pointer,
    security: Array.isArray(security)
      ? security.flatMap((one) => (isObject(one) ? Object.keys(one) : []))
      : [],
    parameters: [...parameters(document, item), ...parameters(document, pointer)],
    body: new Map(
      Object.keys(isObject(content) ? content : {}).map((type) => [
        type,
        `${pointer}/requestBody/content/${escapeToken(type)}/schema`,
      ]),
    ),
  };
}

function parameters(document: Json, owner: string): ContractParameter[] {
  const list = lookUp(document, `${owner}/parameters`);
  if (!Array.isArray(list)) return [];
  return list.map((_, index) => {
    const pointer = dereference(document, `${owner}/parameters/${String(index)}`);
    const parameter = objectAt(document, pointer);
    const place = parameter['in'];
    if (place !== 'path' && place !== 'query' && place !== 'header')
      throw new Error(`Unknown place at ${pointer}.`);
    const type = lookUp(document, `${dereference(document, `${pointer}/schema`)}/type`);
    return {
      name: String(parameter['name']),
      in: place,
      required: parameter['required'] === true,
      schema: `${pointer}/schema`,
      type: typeof type === 'string' ? type : 'string',
    };
  });
}
