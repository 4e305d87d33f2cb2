import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, expect, it, vi } from 'vitest';

import { findPython } from './find-python';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('runs no module that somebody left in the folder for temporary files', async () => {
  const shared = await mkdtemp(join(tmpdir(), 'shared-tmp-'));
  const canary = join(shared, 'canary');
  await writeFile(
    join(shared, 'json.py'),
    `open(${JSON.stringify(canary)}, "w").close()\nraise SystemExit(1)\n`,
  );
  vi.stubEnv('TMPDIR', shared);

  const found = await findPython({ configured: process.env.PYTHON });

  expect(found).toMatchObject({ status: 'found' });
  await expect(rm(canary)).rejects.toMatchObject({ code: 'ENOENT' });
  await rm(shared, { recursive: true });
});
