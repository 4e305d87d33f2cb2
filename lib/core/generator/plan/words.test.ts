import { describe, expect, it } from 'vitest';

import { segmentsOf, shapeOf } from './path-template';
import { bare, singular } from './words';

describe('singular', () => {
  it.each([
    ['books', 'book'],
    ['categories', 'category'],
    ['boxes', 'box'],
    ['shelves', 'shelf'],
    ['people', 'person'],
    ['addresses', 'address'],
    ['status', 'status'],
    ['news', 'news'],
    ['sms', 'sms'],
    ['book', 'book'],
  ])('%s > %s', (plural, word) => {
    expect(singular(plural)).toBe(word);
  });
});

it('compares names whatever their case style', () => {
  expect(new Set(['shelfId', 'shelf_id', 'Shelf-ID'].map(bare)).size).toBe(1);
});

it('reads path templates', () => {
  expect(segmentsOf('/books/{bookId}/a{x}b').map((segment) => segment.kind)).toEqual([
    'static',
    'parameter',
    'static',
  ]);
  expect(shapeOf('/books/{bookId}/')).toBe(shapeOf('/books/{id}'));
});
