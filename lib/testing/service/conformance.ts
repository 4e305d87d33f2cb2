import type { Json, JsonObject } from '../../core/json';

import { dereference, escapeToken, isObject, lookUp } from './document';
import { SchemaCheck } from './schemas';
import { readText, shapeAt } from './text-shape';

/** A response as a client got it. */
export interface Received {
  status: number;
  headers: Headers;
  text: string;
}

/** Reads a body of a media type as the value that its schema describes; `undefined`: as text. */
export type ReadBody = (text: string, mediaType: string, schema: string) => Json | undefined;

/** Judges responses by a document alone: documented status, media type, required headers, schemas. */
export class Conformance {
  readonly #document: JsonObject;
  readonly #check: SchemaCheck;
  readonly #read: ReadBody;

  constructor(document: JsonObject, read: ReadBody = () => undefined) {
    this.#document = document;
    this.#check = new SchemaCheck(document, 'response');
    this.#read = read;
  }

  /** What is wrong with the response of an operation (`GET /products/{productId}`); empty when nothing is. */
  breaches(operation: string, { status, headers, text }: Received): string[] {
    const [method = '', path = ''] = operation.split(' ');
    const at = `/paths/${escapeToken(path)}/${method.toLowerCase()}/responses/${String(status)}`;
    const pointer = dereference(this.#document, at);
    const response = lookUp(this.#document, pointer);
    if (!isObject(response)) return [`${operation} does not document ${String(status)}`];
    return [...this.#headers(pointer, headers), ...this.#body(pointer, headers.get('content-type'), text)];
  }

  #headers(pointer: string, headers: Headers): string[] {
    const documented = lookUp(this.#document, `${pointer}/headers`);
    return Object.keys(isObject(documented) ? documented : {}).flatMap((name) => {
      const at = dereference(this.#document, `${pointer}/headers/${escapeToken(name)}`);
      const text = headers.get(name);
      if (text === null)
        return lookUp(this.#document, `${at}/required`) === true ? [`${name} is missing`] : [];
      const value = readText(text, shapeAt(this.#document, `${at}/schema`));
      return this.#check.breaches(`${at}/schema`, value).map(({ message }) => `${name} ${message}`);
    });
  }

  #body(pointer: string, contentType: string | null, text: string): string[] {
    const content = lookUp(this.#document, `${pointer}/content`);
    if (!isObject(content)) return text === '' ? [] : ['there is a body where none is documented'];
    const mediaType = (contentType ?? '').split(';')[0] ?? '';
    if (!(mediaType in content)) return [`${mediaType || 'no media type'} is not documented`];
    const schema = `${pointer}/content/${escapeToken(mediaType)}/schema`;
    if (lookUp(this.#document, schema) === undefined) return [];
    const isJson = /^[^/]+\/([^/]+\+)?json$/.test(mediaType);
    const value: Json = isJson ? JSON.parse(text) : (this.#read(text, mediaType, schema) ?? text);
    return this.#check.breaches(schema, value).map(({ place, message }) => `${place} ${message}`);
  }
}
