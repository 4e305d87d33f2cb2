import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

import { AppError } from '#lib/core/errors';

export interface Terminal {
  input: Readable & { isTTY?: boolean };
  output: Writable;
}

/**
 * Asks a question to which only "y" or "yes" is yes.
 * @throws AppError `invalid_input` where nobody can answer
 */
export async function confirm(question: string, { input, output }: Terminal): Promise<boolean> {
  if (input.isTTY !== true) {
    throw new AppError('invalid_input', 'This asks before it acts, and there is no terminal to ask on.', {
      advice: 'Add --yes.',
    });
  }
  const lines = createInterface({ input, output });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
