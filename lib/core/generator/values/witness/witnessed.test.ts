import { expect, it } from 'vitest';

import { createValues } from '../values';

import { witnessed } from './witnessed';

import type { Schema } from '#lib/core/openapi/model';
import { registryOf } from '#lib/testing/schema-registry';

const options = { registry: registryOf(), seed: 's', assertFormats: true, direction: 'request' } as const;
const schema: Schema = { type: 'string', maxLength: 5 };

it('lets sound values pass', () => {
  const { values, refuted } = witnessed(createValues(options), options);
  const made = values.valid(schema, { name: 'code', fill: 'all', place: 'json' });
  const base = 'value' in made ? made.value : '';
  expect(values.boundaries(schema, base, 'json').items).not.toEqual([]);
  expect(values.violations(schema, base, 'json').items).not.toEqual([]);
  expect(values.isValid(schema, 'too long')).toBe(false);
  expect(refuted).toEqual([]);
});

it('refutes a value that is not what it is said to be', () => {
  const source = { file: '', pointer: '' };
  const change = { keyword: 'maxLength', limit: 5, id: 'one-over-5', source };
  const { values, refuted } = witnessed(
    {
      valid: () => ({ value: 'too long', origin: 'generated', unique: [] }),
      isValid: () => true,
      branches: () => ({ items: [], skipped: [] }),
      unique: () => [],
      boundaries: () => ({ items: [{ ...change, delta: { op: 'set', path: [], value: 12 } }], skipped: [] }),
      violations: () => ({
        items: [{ ...change, delta: { op: 'set', path: [], value: 'ok' } }],
        skipped: [],
      }),
    },
    options,
  );
  values.valid(schema, { name: 'code', fill: 'all', place: 'json' });
  values.isValid(schema, 5);
  values.boundaries(schema, 'ok', 'json');
  values.violations(schema, 'ok', 'json');
  expect(refuted).toEqual([
    'a schema: the value of code is not valid to ajv.',
    'a schema: a value is not valid to ajv.',
    'a schema: maxLength one-over-5 is not valid to ajv.',
    'a schema: maxLength one-over-5 is valid to ajv.',
  ]);
});
