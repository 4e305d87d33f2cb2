import { describe, expect, it } from 'vitest';

import { applyDelta } from './delta';
import type { Place } from './types';
import { createValues } from './values';

import type { Json } from '#lib/core/json';
import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';

const definitions: Record<string, Schema> = {
  Author: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 80 },
      email: { type: 'string', format: 'email' },
    },
  },
  Book: {
    type: 'object',
    required: ['id', 'title', 'price', 'author'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      title: { type: 'string', minLength: 1, maxLength: 200 },
      isbn: { type: 'string', pattern: '^[0-9]{13}$' },
      price: { type: 'number', minimum: 0, multipleOf: 0.01 },
      pages: { type: 'integer', format: 'int32', minimum: 1, exclusiveMaximum: 5000 },
      genre: { type: 'string', enum: ['novel', 'poetry'] },
      tags: { type: 'array', items: { type: 'string', minLength: 2 }, maxItems: 3, uniqueItems: true },
      author: { $ref: '#/$defs/Author' },
      published: { type: ['string', 'null'], format: 'date' },
      cover: { oneOf: [{ $ref: '#/$defs/Link' }, { type: 'string', maxLength: 5 }] },
      sequel: { $ref: '#/$defs/Book' },
    },
  },
  Link: { type: 'object', required: ['url'], properties: { url: { type: 'string', format: 'uri' } } },
};
const registry = registryOf(definitions);
const values = createValues({ registry, seed: 'seed', assertFormats: true, direction: 'request' });
const book: Schema = { $ref: '#/$defs/Book' };

function validOf(schema: Schema, place: Place = 'json', examples: Json[] = []) {
  const made = values.valid(schema, { name: 'book', fill: 'all', place, examples });
  if ('reason' in made) throw new Error(made.reason);
  return made;
}

describe('valid', () => {
  it('makes minimal and full requests without read-only members', () => {
    const minimal = values.valid(book, { name: 'book', fill: 'required', place: 'json' });
    expect('value' in minimal && Object.keys(minimal.value as object)).toEqual(['title', 'price', 'author']);
    const { value } = validOf(book);
    expect(values.isValid(book, value)).toBe(true);
    expect(Object.keys(value as object)).toEqual([
      ...['title', 'isbn', 'price', 'pages', 'genre', 'tags', 'author', 'published', 'cover'],
    ]);
  });

  it('is the same for the same seed', () => {
    expect(
      createValues({ registry, seed: 'seed', assertFormats: true, direction: 'request' }).valid(book, {
        name: 'book',
        fill: 'all',
        place: 'json',
      }),
    ).toEqual(validOf(book));
  });

  it('takes examples first, without what only answers have', () => {
    const example = { id: 'x', title: 'Dune', price: 9.5, author: { name: 'Frank Herbert' } };
    const made = validOf(book, 'json', [example]);
    expect(made.origin).toBe('example');
    expect(made.value).toMatchObject({ title: 'Dune', price: 9.5, author: { name: 'Frank Herbert' } });
    expect(made.value).not.toHaveProperty('id');
  });

  it('holds one item more than a list must contain, so that one can be broken alone', () => {
    const schema: Schema = {
      type: 'array',
      items: { enum: ['author', 'translator'] },
      contains: { const: 'author' },
    };
    expect(validOf(schema).value).toHaveLength(2);
    expect(
      values.violations(schema, validOf(schema).value, 'json').items.map(({ keyword }) => keyword),
    ).toContain('enum');
  });

  it('marks what should be unique', () => {
    expect(validOf(book).unique).toEqual([
      { path: ['title'], kind: 'text', maxLength: 200 },
      { path: ['author', 'name'], kind: 'text', maxLength: 80 },
      { path: ['author', 'email'], kind: 'email' },
    ]);
  });
});

describe('violations and boundaries', () => {
  const { value: base } = validOf(book);

  it('break one rule each, and are invalid', () => {
    const { items } = values.violations(book, base, 'json');
    expect(items.length).toBeGreaterThan(60);
    for (const { delta } of items) expect(values.isValid(book, applyDelta(base, delta))).toBe(false);
    const keywords = new Set(items.map(({ keyword }) => keyword));
    expect([...keywords].sort()).toEqual([
      ...['additionalProperties', 'enum', 'exclusiveMaximum', 'format', 'maxItems', 'maxLength', 'minLength'],
      ...['minimum', 'multipleOf', 'oneOf', 'pattern', 'required', 'type', 'uniqueItems'],
    ]);
  });

  it('stay within the rules at every edge', () => {
    const { items, skipped } = values.boundaries(book, base, 'json');
    expect(skipped).toEqual([]);
    for (const { delta } of items) expect(values.isValid(book, applyDelta(base, delta))).toBe(true);
    expect(items.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'length-1',
        'length-200',
        'at-bound',
        'value-2',
        'null',
        'as-string',
        '3-items',
      ]),
    );
  });
});
