import { expect, it } from 'vitest';
import { z } from 'zod';

import { AppError } from './errors';
import { parseInput } from './parse-input';

const schema = z
  .object({ cases: z.array(z.object({ id: z.string() })), note: z.string().default('') })
  .refine((input) => input.note !== 'bad', 'The note is bad.');

it('gives the parsed value with its defaults', () => {
  expect(parseInput(schema, { cases: [] })).toEqual({ cases: [], note: '' });
});

it.each([
  [{ cases: [{ id: 'a' }, { id: 7 }] }, /^cases\.1\.id: /],
  [{ cases: [], note: 'bad' }, /^The note is bad\.$/],
])('names the place of %o', (input, message) => {
  expect(() => parseInput(schema, input)).toThrow(AppError);
  expect(() => parseInput(schema, input)).toThrow(message);
});
