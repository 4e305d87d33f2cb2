import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { main } from '../main';

import { capturedOutput } from '#lib/testing/captured-output';

const sample = fileURLToPath(new URL('../../../public/sample/shop.openapi.yaml', import.meta.url));
const run = (...args: string[]) => capturedOutput(() => main(['coverage', ...args]));

it('shows each operation with its tests, and each gap with its reason', async () => {
  const { stdout, exitCode } = await run(sample, '--category', 'crud', 'error', 'auth');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^OPERATION +TESTS +STATUSES +PARAMETERS +KEYWORDS +MEDIA TYPES +SECURITY$/m);
  expect(stdout).toMatch(/^POST \/products +\d+ +\d+\/\d+ +- +- +\d+\/\d+ +1\/1$/m);
  expect(stdout).toMatch(/^Not tested: \d+$/m);
  expect(stdout).toMatch(
    /^ {2}response \d{3}: nothing in the document says which request leads to it; tested only where the server offers Prefer: code=\d{3} \(RFC 7240\) \(#\//m,
  );
});

it('names an operation that the settings leave out', async () => {
  const { stdout } = await run(sample, '--exclude-operation', 'getSalesReport');
  expect(stdout).toMatch(/^getSalesReport$/m);
  expect(stdout).toContain('operation: excluded by the settings');
});

it('prints the report of the suite as JSON', async () => {
  const report = JSON.parse((await run(sample, '--json')).stdout);
  expect(report).toMatchObject({ generator: 'ai-test-gen', operations: 18, matrix: expect.any(Array) });
});
