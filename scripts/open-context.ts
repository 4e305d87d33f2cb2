// What the scripts around npm start work with: the runtime of a setup process and a context that acts for it.
import { randomUUID } from 'node:crypto';

import { AppError } from '../lib/core/errors';
import type { Context } from '../lib/features/context';
import { runtime } from '../lib/platform/runtime';
import type { Runtime } from '../lib/platform/runtime';

export async function openContext(): Promise<{ opened: Runtime; context: Context }> {
  const opened = await runtime('setup');
  const context: Context = {
    db: opened.db,
    actor: { kind: 'system', name: 'setup' },
    clock: () => new Date(),
    log: opened.log,
    requestId: randomUUID(),
  };
  return { opened, context };
}

/** Runs a script: what it refuses is said in words, with exit code 1; anything else is a fault and shows its stack. */
export async function script(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error([error.message, error.advice].filter(Boolean).join('\n  '));
    process.exitCode = 1;
  }
}
