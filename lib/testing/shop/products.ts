import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../../core/json';
import { answer, noContent, problem, type Reply } from '../service/reply';

import { pick, type Call, type Handler } from './call';
import { searchProducts } from './product-search';
import { isTaken } from './store';

const writable = [
  ...['sku', 'name', 'description', 'categoryId', 'price', 'status', 'tags', 'barcode', 'weightGrams'],
  ...['discountPercent', 'availableFrom', 'imageUrl', 'attributes'],
];
const optional: JsonObject = {
  description: null,
  status: 'draft',
  tags: [],
  barcode: null,
  discountPercent: 0,
  availableFrom: null,
  attributes: {},
};

const createProduct: Handler = (call) => {
  const { body, store, faults } = call;
  if (!faults.has('duplicate-accepted') && isTaken(store.products, 'sku', body)) {
    return problem(409, `sku ${String(body['sku'])} is taken`);
  }
  const refusal = faults.has('unknown-reference-accepted') ? undefined : unknownCategory(call);
  if (refusal) return refusal;
  const id = randomUUID();
  const now = new Date().toISOString();
  const product: JsonObject = { id, ...optional, ...pick(body, writable), createdAt: now, updatedAt: now };
  if (faults.has('create-loses-property')) product['description'] = null;
  if (faults.has('create-loses-list')) product['tags'] = [];
  if (faults.has('read-only-stored')) Object.assign(product, pick(body, ['createdAt', 'updatedAt']));
  store.products.set(id, product);
  const location = { location: `/products/${faults.has('location-wrong') ? randomUUID() : id}` };
  return answer(
    faults.has('create-answers-200') ? 200 : 201,
    shown(product, call),
    faults.has('location-missing') ? {} : location,
  );
};

const getProduct: Handler = (call) => {
  const product = find(call);
  if (product) return answer(200, shown(product, call));
  return call.faults.has('unknown-answers-200') ? answer(200, {}) : problem(404, 'No such product');
};

const replaceProduct: Handler = (call) => {
  const { body, store, faults } = call;
  const product = find(call);
  if (!product) return problem(404, 'No such product');
  if (isTaken(store.products, 'sku', body, idOf(call)))
    return problem(409, `sku ${String(body['sku'])} is taken`);
  const refusal = unknownCategory(call);
  if (refusal) return refusal;
  const kept = faults.has('put-partial') ? product : pick(product, ['id', 'createdAt']);
  const replaced = { ...optional, ...kept, ...pick(body, writable), updatedAt: new Date().toISOString() };
  if (faults.has('replace-stores-created-at')) Object.assign(replaced, pick(body, ['createdAt']));
  if (!faults.has('update-lost')) store.products.set(idOf(call), replaced);
  return answer(200, shown(replaced, call));
};

const updateProduct: Handler = (call) => {
  const { body, store, faults } = call;
  const product = find(call);
  if (!product) return problem(404, 'No such product');
  const change = pick(body, writable);
  if (faults.has('patch-null-ignored')) {
    for (const [name, value] of Object.entries(change))
      if (value === null) Reflect.deleteProperty(change, name);
  }
  const rest = faults.has('patch-resets-rest') ? { ...product, ...optional } : product;
  const updated = { ...rest, ...change, updatedAt: new Date().toISOString() };
  if (!faults.has('patch-lost')) store.products.set(idOf(call), updated);
  return answer(200, shown(updated, call));
};

const deleteProduct: Handler = (call) => {
  const { store, faults } = call;
  if (!find(call)) {
    return faults.has('delete-twice-answers-500')
      ? problem(500, 'product is undefined')
      : problem(404, 'No such product');
  }
  if (!faults.has('delete-without-effect')) {
    store.products.delete(idOf(call));
    for (const [id, review] of store.reviews)
      if (review['productId'] === idOf(call)) store.reviews.delete(id);
  }
  return faults.has('delete-answers-200') ? answer(200, { deleted: true }) : noContent();
};

function idOf({ parameters }: Call): string {
  return String(parameters['productId']).toLowerCase();
}

function find(call: Call): JsonObject | undefined {
  return call.store.products.get(idOf(call));
}

function unknownCategory({ body, store }: Call): Reply | undefined {
  const known = store.categories.has(Number(body['categoryId']));
  return known || body['categoryId'] === undefined ? undefined : problem(422, 'categoryId names no category');
}

/** A product as clients see it: with the average of its reviews. */
export function shown(product: JsonObject, { store }: Call): JsonObject {
  const ratings = [...store.reviews.values()]
    .filter((review) => review['productId'] === product['id'])
    .map((review) => Number(review['rating']));
  const sum = ratings.reduce((total, rating) => total + rating, 0);
  return { ...product, averageRating: ratings.length === 0 ? null : sum / ratings.length };
}

export const productHandlers: Record<string, Handler> = {
  listProducts: (call) =>
    answer(
      200,
      searchProducts(call, (product) => shown(product, call)),
    ),
  createProduct,
  getProduct,
  replaceProduct,
  updateProduct,
  deleteProduct,
};
