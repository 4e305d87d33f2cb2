import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { readEnv } from './config/env';
import { openRuntime, runtime, useRuntime } from './runtime';

it('opens settings, secrets, database and log, and is the same each time it is asked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'runtime-'));
  const opened = await openRuntime('web', readEnv({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, folder));
  expect(await opened.db.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1n }]);
  expect(opened.secrets.encryptionKey).toHaveLength(44);
  useRuntime(opened);
  expect(await runtime('web')).toBe(opened);
  useRuntime(undefined);
  await opened.db.$disconnect();
  await rm(folder, { recursive: true });
});
