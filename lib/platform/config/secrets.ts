import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { AppError } from '../../core/errors';

import type { Env } from './env';

const stored = z.object({ authSecret: z.string().min(32), encryptionKey: z.string().length(44) });

export interface Secrets {
  /** Signs sessions. */
  authSecret: string;
  /** 32 bytes in base64: encrypts tokens and webhook secrets at rest. */
  encryptionKey: string;
}

/**
 * Secrets from the environment; those that are missing are created once in `secrets.json` of the data folder (mode
 * 600), which several processes may do at the same time.
 * @throws AppError `invalid_input` when the file cannot be read
 */
export async function loadSecrets(
  env: Pick<Env, 'DATA_DIR' | 'AUTH_SECRET' | 'ENCRYPTION_KEY'>,
): Promise<Secrets> {
  if (env.AUTH_SECRET !== undefined && env.ENCRYPTION_KEY !== undefined) {
    return { authSecret: env.AUTH_SECRET, encryptionKey: env.ENCRYPTION_KEY };
  }
  const file = await storedSecrets(env.DATA_DIR);
  return {
    authSecret: env.AUTH_SECRET ?? file.authSecret,
    encryptionKey: env.ENCRYPTION_KEY ?? file.encryptionKey,
  };
}

async function storedSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const text = (await readStored(path)) ?? (await createSecrets(dataDir, path));
  try {
    return stored.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('invalid_input', `${path} does not hold the secrets that it should.`, {
      advice: 'Restore it from a backup: what was encrypted with it cannot be read without it.',
      cause,
    });
  }
}

async function readStored(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw new AppError('invalid_input', `${path} cannot be read: ${cause.message}.`, {
      advice: 'Give it to the user that runs the product, or set AUTH_SECRET and ENCRYPTION_KEY.',
      cause,
    });
  });
}

async function createSecrets(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const secrets = {
    authSecret: randomBytes(32).toString('base64'),
    encryptionKey: randomBytes(32).toString('base64'),
  };
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(secrets, null, 2) + '\n', { mode: 0o600 });
  try {
    // A hard link fails when the file is there: whoever comes first wins, and nobody reads half a file.
    await link(draft, path).catch(ignoreExisting);
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
