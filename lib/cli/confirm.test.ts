import { PassThrough } from 'node:stream';

import { expect, it } from 'vitest';

import { confirm } from './confirm';

it.each([
  ['y\n', true],
  ['YES\n', true],
  ['\n', false],
  ['n\n', false],
  ['yesterday\n', false],
])('takes %j as %s', async (answer, expected) => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  const asked = confirm('Approve 3 test cases?', { input, output });
  input.write(answer);
  expect(await asked).toBe(expected);
  expect(String(output.read())).toContain('Approve 3 test cases? [y/N]');
});

it('does not wait where nobody can answer', async () => {
  const asked = confirm('Sure?', { input: new PassThrough(), output: new PassThrough() });
  await expect(asked).rejects.toMatchObject({ code: 'invalid_input', advice: 'Add --yes.' });
});
