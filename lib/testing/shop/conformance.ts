import type { Json, JsonObject } from '../../core/json';

import { dereference, escapeToken, isObject, lookUp } from './document';
import { SchemaCheck } from './schemas';

/** A response as a client got it. */
export interface Received {
  status: number;
  headers: Headers;
  text: string;
}

/** Judges responses by the sample document alone: documented status, media type, required headers, schema. */
export class Conformance {
  readonly #document: JsonObject;
  readonly #check: SchemaCheck;

  constructor(document: JsonObject) {
    this.#document = document;
    this.#check = new SchemaCheck(document, 'response');
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
    return Object.keys(isObject(documented) ? documented : {})
      .filter((name) => !headers.has(name))
      .map((name) => `${name} is missing`);
  }

  #body(pointer: string, contentType: string | null, text: string): string[] {
    const content = lookUp(this.#document, `${pointer}/content`);
    if (!isObject(content)) return text === '' ? [] : ['there is a body where none is documented'];
    const mediaType = (contentType ?? '').split(';')[0] ?? '';
    if (!(mediaType in content)) return [`${mediaType || 'no media type'} is not documented`];
    const value: Json = JSON.parse(text);
    return this.#check
      .breaches(`${pointer}/content/${escapeToken(mediaType)}/schema`, value)
      .map(({ place, message }) => `${place} ${message}`);
  }
}
