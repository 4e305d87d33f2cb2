import type { z } from 'zod';

import { storedSettings } from '../../core/settings';
import { requireUser } from '../context';
import type { Context } from '../context';

import { storeSetting } from './store-setting';

/**
 * Sets what the next generations do; those that are there stay as they are.
 * @throws AppError `forbidden`; ZodError
 */
export async function updateGenerationSettings(
  context: Context,
  input: z.input<typeof storedSettings.generation>,
): Promise<void> {
  requireUser(context, 'admin');
  await storeSetting(context, 'generation', storedSettings.generation.parse(input));
}
