import { describe, expect, it } from 'vitest';

import { partAt } from './part';
import type { Place } from './types';
import { createValidator } from './validator';

import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';

const text: Schema = { type: 'string' };
const registry = registryOf({
  Author: { type: 'object', properties: { name: text }, required: ['name'] },
  Alias: { $ref: '#/$defs/Author' },
});
const validator = createValidator(registry, { assertFormats: true });
const value = { author: { name: 'Ada' }, tags: ['a', 'b'] };
const author: Schema = { $ref: '#/$defs/Alias' };

describe('partAt', () => {
  it.each<[string, Schema, Place, (string | number)[], (string | number)[]]>([
    ['goes through references', { properties: { author } }, 'json', ['author', 'name'], ['author', 'name']],
    [
      'stops above a choice',
      { properties: { author: { anyOf: [author] } } },
      'json',
      ['author', 'name'],
      ['author'],
    ],
    [
      'stays where another rule reads all',
      { properties: { author }, not: { required: ['x'] } },
      'json',
      ['author'],
      [],
    ],
    ['stays where values are listed', { properties: { author }, enum: [value] }, 'json', ['author'], []],
    ['takes one item', { properties: { tags: { items: text } } }, 'json', ['tags', 1], ['tags', 1]],
    [
      'keeps a list whose items are compared',
      { properties: { tags: { items: text, uniqueItems: true } } },
      'json',
      ['tags', 1],
      ['tags'],
    ],
    [
      'keeps a list that is sent as text',
      { properties: { tags: { items: text } } },
      'form',
      ['tags', 1],
      ['tags'],
    ],
    [
      'keeps a part of a multipart body',
      { properties: { author } },
      'multipart',
      ['author', 'name'],
      ['author'],
    ],
    ['stays where a name is not declared', { additionalProperties: author }, 'json', ['author'], []],
  ])('%s', (_, schema, place, at, expected) => {
    expect(partAt({ registry, validator, place }, { schema, value, path: [] }, at).path).toEqual(expected);
  });
});
