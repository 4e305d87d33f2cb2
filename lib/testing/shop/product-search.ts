import type { Json, JsonObject } from '../../core/json';
import { isObject } from '../service/document';

import { newestFirst, page, type Call } from './call';

/** `GET /products`: filters, order and page as the document has them. */
export function searchProducts(call: Call, show: (product: JsonObject) => JsonObject): JsonObject {
  const all = newestFirst(call.store.products);
  const listed = call.faults.has('list-without-new') ? all.slice(1) : all;
  const found = listed.filter((product) => matches(product, call));
  return page(inOrder(found, call).map(show), call, 'products');
}

function matches(product: JsonObject, { parameters, faults }: Call): boolean {
  const { q, categoryId, status, minPrice, tags, createdAfter } = parameters;
  const own = Array.isArray(product['tags']) ? product['tags'] : [];
  return (
    (q === undefined || String(product['name']).toLowerCase().includes(String(q).toLowerCase())) &&
    (categoryId === undefined || product['categoryId'] === categoryId) &&
    (status === undefined || faults.has('filter-ignored') || product['status'] === status) &&
    (minPrice === undefined || amount(product) >= Number(minPrice)) &&
    (!Array.isArray(tags) || tags.every((tag) => own.includes(tag))) &&
    (createdAfter === undefined ||
      Date.parse(String(product['createdAt'])) > Date.parse(String(createdAfter)))
  );
}

function inOrder(products: JsonObject[], { parameters, faults }: Call): JsonObject[] {
  const sort = parameters['sort'];
  if (typeof sort !== 'string' || faults.has('sort-ignored')) return products;
  const key = sort.replace(/^-/, '');
  const turn = sort.startsWith('-') ? -1 : 1;
  const value = (product: JsonObject) => (key === 'price' ? amount(product) : (product[key] ?? ''));
  return products.toSorted((a, b) => turn * compare(value(a), value(b)));
}

/** By code point, as Python and most databases compare text. */
function compare(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function amount(product: JsonObject): number {
  return isObject(product['price']) ? Number(product['price']['amount']) : 0;
}
