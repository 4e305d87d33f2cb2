import type { JsonObject } from '../../core/json';
import { answer, noContent, problem } from '../service/reply';

import { newestFirst, page, pick, type Handler } from './call';
import { isTaken } from './store';

const createCategory: Handler = ({ body, store, faults }) => {
  if (isTaken(store.categories, 'slug', body)) return problem(409, `slug ${String(body['slug'])} is taken`);
  const id = store.nextNumber();
  const category: JsonObject = {
    id,
    description: null,
    position: 0,
    ...pick(body, ['name', 'slug', 'description', 'position']),
    ...(faults.has('response-undeclared-property') ? { rowVersion: 1 } : {}),
    createdAt: new Date().toISOString(),
  };
  if (faults.has('template-evaluated')) category['name'] = evaluated(String(category['name']));
  store.categories.set(id, category);
  return answer(201, category, { location: `/categories/${String(id)}` });
};

/** `{{6*7}}` becomes `42`. */
function evaluated(text: string): string {
  return text.replace(/\{\{(\d+)\*(\d+)\}\}/g, (_, a: string, b: string) => String(Number(a) * Number(b)));
}

const getCategory: Handler = ({ parameters, store, faults }) => {
  const category = store.categories.get(Number(parameters['categoryId']));
  if (category !== undefined) return answer(200, category);
  return faults.has('unknown-answers-500')
    ? problem(500, 'category is undefined')
    : problem(404, 'No such category');
};

const deleteCategory: Handler = ({ parameters, store }) => {
  const id = Number(parameters['categoryId']);
  if (!store.categories.has(id)) return problem(404, 'No such category');
  for (const product of store.products.values()) {
    if (product['categoryId'] === id) return problem(409, 'The category still has products');
  }
  store.categories.delete(id);
  return noContent();
};

export const categoryHandlers: Record<string, Handler> = {
  listCategories: (call) => answer(200, page(newestFirst(call.store.categories), call)),
  createCategory,
  getCategory,
  deleteCategory,
};
