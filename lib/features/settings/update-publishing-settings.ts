import type { z } from 'zod';

import { storedSettings } from '../../core/settings';
import { requireUser } from '../context';
import type { Context } from '../context';

import { storeSetting } from './store-setting';

/**
 * Sets where approved tests are committed from now on, and under which name.
 * @throws AppError `forbidden`; ZodError
 */
export async function updatePublishingSettings(
  context: Context,
  input: z.input<typeof storedSettings.publishing>,
): Promise<void> {
  requireUser(context, 'admin');
  await storeSetting(context, 'publishing', storedSettings.publishing.parse(input));
}
