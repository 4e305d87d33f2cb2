import { describe, expect, it } from 'vitest';

import { registryOf } from '../../../testing/schema-registry';
import type { Schema } from '../../openapi/model';

import { responseSchema } from './response-schema';

describe('responseSchema', () => {
  const registry = registryOf({ Secret: { type: 'string', writeOnly: true } });

  it.each<[string, Schema, unknown]>([
    [
      'forbids what is writeOnly and does not require it',
      { required: ['id', 'pin'], properties: { id: {}, pin: { $ref: '#/$defs/Secret' } } },
      { required: ['id'], properties: { id: {}, pin: { not: {}, $comment: 'writeOnly' } } },
    ],
    [
      'drops words for readers',
      { title: 'T', description: 'D', examples: [1], type: 'string' },
      { type: 'string' },
    ],
    ['keeps a pattern that Python reads', { pattern: '^[A-Z]{3}$' }, { pattern: '^[A-Z]{3}$' }],
    ['drops a pattern that Python does not read', { pattern: '^\\p{L}+$' }, {}],
    ['drops a pattern that nobody reads', { pattern: '(' }, {}],
    ['goes into every place of a schema', { allOf: [{ items: { title: 'T' } }] }, { allOf: [{ items: {} }] }],
    ['goes into maps', { dependentSchemas: { a: { title: 'T' } } }, { dependentSchemas: { a: {} } }],
    ['keeps a boolean', false, false],
  ])('%s', (_, schema, expected) => {
    expect(responseSchema(schema, registry)).toEqual(expected);
  });
});
