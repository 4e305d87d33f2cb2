import type { Json, JsonObject } from '../../core/json';

import type { Received } from './conformance';
import { isObject } from './document';
import type { RunningShop } from './server';

export interface Step extends Received {
  name: string;
  /** `GET /products/{productId}`: the operation of the document, or one that it does not have. */
  operation: string;
}

export interface Send {
  path?: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
  /** Sent as it is when it is text, else as JSON. */
  body?: Json;
}

/** Sends requests to a running shop as staff and keeps what came back. */
export class Walk {
  readonly steps: Step[] = [];
  readonly #shop: RunningShop;

  constructor(shop: RunningShop) {
    this.#shop = shop;
  }

  /** Sends one request; answers the JSON object that came back, or an empty one. */
  async send(name: string, operation: string, request: Send = {}): Promise<JsonObject> {
    const [method = '', template = ''] = operation.split(' ');
    const path = template.replaceAll(/\{(\w+)\}/g, (_, variable: string) => request.path?.[variable] ?? '');
    const { token, apiKey } = this.#shop.credentials;
    const credential: Record<string, string> =
      template === '/reports/sales' ? { 'x-api-key': apiKey } : { authorization: `Bearer ${token}` };
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const { body } = request;
    const headers = new Headers({ ...credential, ...(body === undefined ? {} : { 'content-type': type }) });
    for (const [header, value] of Object.entries(request.headers ?? {})) {
      if (value === '') headers.delete(header);
      else headers.set(header, value);
    }
    const response = await fetch(`${this.#shop.url}${path}${request.query ?? ''}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    this.steps.push({ name, operation, status: response.status, headers: response.headers, text });
    if (!(response.headers.get('content-type') ?? '').includes('json')) return {};
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : {};
  }
}
