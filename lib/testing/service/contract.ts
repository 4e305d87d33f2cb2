import type { Json, JsonObject } from '../../core/json';

import { dereference, escapeToken, isObject, lookUp, objectAt } from './document';
import { shapeAt, type TextShape } from './text-shape';

export type Place = 'path' | 'query' | 'header' | 'cookie';

export interface ContractParameter {
  name: string;
  in: Place;
  required: boolean;
  /** OpenAPI "Parameter Object": how its value is written as text. */
  style: string;
  explode: boolean;
  /** JSON Pointer of its schema. */
  schema: string;
  shape: TextShape;
}

export interface ContractOperation {
  id: string;
  method: string;
  path: string;
  pointer: string;
  /** Alternatives of scheme names that go together; none: public; an empty one: optional. */
  security: string[][];
  parameters: ContractParameter[];
  /** Media type to JSON Pointer of the body's schema. */
  body: ReadonlyMap<string, string>;
  bodyIsRequired: boolean;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'];
const places: readonly string[] = ['path', 'query', 'header', 'cookie'];

/** What a server must do, read from its document. */
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

function readOperation(
  document: Json,
  path: string,
  method: string,
  pointer: string,
  item: string,
): ContractOperation {
  const id = lookUp(document, `${pointer}/operationId`);
  const security = lookUp(document, `${pointer}/security`) ?? lookUp(document, '/security');
  const content = lookUp(document, `${pointer}/requestBody/content`);
  return {
    id: typeof id === 'string' ? id : `${method} ${path}`,
    method,
    path,
    pointer,
    security: Array.isArray(security)
      ? security.flatMap((one) => (isObject(one) ? [Object.keys(one)] : []))
      : [],
    parameters: [...parameters(document, item), ...parameters(document, pointer)],
    body: new Map(
      Object.keys(isObject(content) ? content : {}).map((type) => [
        type,
        `${pointer}/requestBody/content/${escapeToken(type)}/schema`,
      ]),
    ),
    bodyIsRequired: lookUp(document, `${pointer}/requestBody/required`) === true,
  };
}

function parameters(document: Json, owner: string): ContractParameter[] {
  const list = lookUp(document, `${owner}/parameters`);
  if (!Array.isArray(list)) return [];
  return list.map((_, index) => {
    const pointer = dereference(document, `${owner}/parameters/${String(index)}`);
    const parameter = objectAt(document, pointer);
    const place = parameter['in'];
    if (!isPlace(place)) throw new Error(`Unknown place at ${pointer}.`);
    const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple';
    const style = typeof parameter['style'] === 'string' ? parameter['style'] : usual;
    const explode = parameter['explode'];
    return {
      name: String(parameter['name']),
      in: place,
      required: parameter['required'] === true,
      style,
      explode: typeof explode === 'boolean' ? explode : style === 'form',
      schema: `${pointer}/schema`,
      shape: shapeAt(document, `${pointer}/schema`),
    };
  });
}

function isPlace(text: Json | undefined): text is Place {
  return typeof text === 'string' && places.includes(text);
}
