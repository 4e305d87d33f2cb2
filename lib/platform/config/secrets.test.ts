import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadSecrets } from './secrets';

describe('loadSecrets', () => {
  let DATA_DIR: string;
  const none = { AUTH_SECRET: undefined, ENCRYPTION_KEY: undefined };
  beforeEach(async () => {
    DATA_DIR = await mkdtemp(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rm(DATA_DIR, { recursive: true }));

  it('creates secrets once, also when asked many times at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadSecrets({ DATA_DIR, ...none })));
    expect(new Set(all.map((secrets) => secrets.encryptionKey)).size).toBe(1);
    expect((await stat(join(DATA_DIR, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('prefers the environment', async () => {
    const AUTH_SECRET = 'a'.repeat(32);
    expect((await loadSecrets({ DATA_DIR, ...none, AUTH_SECRET })).authSecret).toBe(AUTH_SECRET);
  });

  it('refuses a broken file instead of replacing it', async () => {
    await writeFile(join(DATA_DIR, 'secrets.json'), '{}');
    await expect(loadSecrets({ DATA_DIR, ...none })).rejects.toThrow(/does not hold the secrets/);
  });

  it('says that a file is there but cannot be read', async () => {
    await mkdir(join(DATA_DIR, 'secrets.json'));
    await expect(loadSecrets({ DATA_DIR, ...none })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('secrets.json cannot be read: EISDIR'),
      cause: expect.any(Error),
    });
  });
});
