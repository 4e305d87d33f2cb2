import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

import { toResult } from './result';

import { AppError } from '#lib/core/errors';
import { readEnv } from '#lib/platform/config/env';
import { openRuntime, useRuntime } from '#lib/platform/runtime';
import type { Runtime } from '#lib/platform/runtime';

let directory: string;
let runtime: Runtime;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ai-test-gen-result-'));
  runtime = await openRuntime('web', readEnv({ DATA_DIR: directory, LOG_LEVEL: 'silent' }, directory));
  useRuntime(runtime);
});
afterAll(async () => {
  useRuntime(undefined);
  await runtime.db.$disconnect();
  await rm(directory, { recursive: true });
});

const failing = (error: unknown) => toResult(() => Promise.reject(error));

it('hands the answer on', async () => {
  expect(await toResult(() => Promise.resolve(7))).toEqual({ ok: true, data: 7 });
});

it('says at which entry a refusal belongs', async () => {
  const taken = new AppError('conflict', 'Taken.', { advice: 'Use another.', details: { field: 'email' } });
  expect(await failing(taken)).toEqual({
    ok: false,
    error: { code: 'conflict', message: 'Taken.', advice: 'Use another.', fields: { email: 'Taken.' } },
  });
});

it('says at each entry what a schema wants, the first complaint only', async () => {
  const schema = z.object({
    name: z.string().min(3, 'Longer.').regex(/x/, 'With x.'),
    hosts: z.array(z.url('A URL.')),
  });
  const parsed = schema.safeParse({ name: 'a', hosts: ['b'] });
  expect(await failing(parsed.error)).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', fields: { name: 'Longer.', hosts: 'A URL.', 'hosts.0': 'A URL.' } },
  });
});

it.each([new Error('SELECT secret'), new AppError('internal', 'Key 7 is gone.')])(
  'keeps %s for the log',
  async (error) => {
    const result = await failing(error);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toMatch(/secret|Key 7/);
  },
);
