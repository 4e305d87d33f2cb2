import { describe, expect, it } from 'vitest';

import { registryOf } from '../../../testing/schema-registry';

import { propertiesOf } from './schema-members';

const core = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } } as const;
const registry = registryOf({
  Core: { ...core, properties: { ...core.properties } },
  Book: {
    allOf: [{ $ref: '#/$defs/Core' }],
    properties: { kind: { const: 'book' }, pages: { type: 'integer' } },
  },
  Map: { allOf: [{ $ref: '#/$defs/Core' }], properties: { kind: { const: 'map' } } },
});

describe('the properties of a schema', () => {
  it('include what every branch of a choice declares', () => {
    const properties = propertiesOf({ oneOf: [{ $ref: '#/$defs/Book' }, { $ref: '#/$defs/Map' }] }, registry);
    expect(Object.fromEntries(properties)).toEqual({
      kind: { anyOf: [{ const: 'book' }, { const: 'map' }] },
      id: { type: 'integer' },
      name: { type: 'string' },
    });
  });

  it('leave out what a branch does not know, null included', () => {
    const properties = propertiesOf({ anyOf: [{ type: 'null' }, { $ref: '#/$defs/Book' }] }, registry);
    expect([...properties.keys()]).toEqual([]);
  });
});
