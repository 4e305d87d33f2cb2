import type { Json, JsonObject } from '../../core/json';

import type { Received } from './conformance';
import { isObject } from './document';

export interface Step extends Received {
  name: string;
  /** `GET /products/{productId}`: the operation of the document, or one that it does not have. */
  operation: string;
}

export interface Send {
  path?: Record<string, string>;
  query?: string;
  /** Empty text leaves a header out. */
  headers?: Record<string, string>;
  /** Sent as it is when it is text or a form, else as JSON. */
  body?: Json | FormData;
}

/** Headers that the requests of an operation carry unless a step says otherwise. */
export type UsualHeaders = (operation: string) => Record<string, string>;

/** Sends requests to a running service and keeps what came back. */
export class Walk {
  readonly steps: Step[] = [];
  readonly #url: string;
  readonly #usual: UsualHeaders;

  constructor(url: string, usual: UsualHeaders) {
    this.#url = url;
    this.#usual = usual;
  }

  /** Sends one request; answers the JSON object that came back, or an empty one. */
  async send(name: string, operation: string, request: Send = {}): Promise<JsonObject> {
    const [method = '', template = ''] = operation.split(' ');
    const path = template.replaceAll(/\{(\w+)\}/g, (_, variable: string) => request.path?.[variable] ?? '');
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const { body } = request;
    const isJson = body !== undefined && !(body instanceof FormData);
    const headers = new Headers({ ...this.#usual(operation), ...(isJson ? { 'content-type': type } : {}) });
    for (const [header, value] of Object.entries(request.headers ?? {})) {
      if (value === '') headers.delete(header);
      else headers.set(header, value);
    }
    const response = await fetch(`${this.#url}${path}${request.query ?? ''}`, {
      method,
      headers,
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    this.steps.push({ name, operation, status: response.status, headers: response.headers, text });
    if (!(response.headers.get('content-type') ?? '').includes('json')) return {};
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : {};
  }
}
