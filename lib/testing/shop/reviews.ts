import { answer, problem } from '../service/reply';

import { newestFirst, page, pick, type Call, type Handler } from './call';

const listReviews: Handler = (call) => {
  const { parameters, store, faults } = call;
  const productId = idOf(call);
  if (!store.products.has(productId)) return problem(404, 'No such product');
  const minRating = Number(parameters['minRating'] ?? 0);
  const found = newestFirst(store.reviews).filter(
    (review) =>
      (review['productId'] === productId || faults.has('reviews-of-all-products')) &&
      Number(review['rating']) >= minRating,
  );
  return answer(200, page(found, call));
};

const createReview: Handler = (call) => {
  const { body, store } = call;
  const productId = idOf(call);
  if (!store.products.has(productId)) return problem(404, 'No such product');
  const id = store.nextNumber();
  const review = {
    id,
    productId,
    comment: null,
    ...pick(body, ['rating', 'title', 'comment', 'author']),
    createdAt: new Date().toISOString(),
  };
  store.reviews.set(id, review);
  return answer(201, review);
};

function idOf({ parameters }: Call): string {
  return String(parameters['productId']).toLowerCase();
}

export const reviewHandlers: Record<string, Handler> = { listReviews, createReview };
