import type { z } from 'zod';

import { AppError } from '../../core/errors';

import type { Transaction } from './client';

/**
 * A setting of the installation as stored, or its defaults when nobody has set it.
 * @param schema the setting's schema from `core/settings`, whose fields all have defaults
 * @throws AppError `internal` when what is stored no longer fits the schema
 */
export async function readSetting<S extends z.ZodType>(
  db: Pick<Transaction, 'setting'>,
  key: string,
  schema: S,
): Promise<z.output<S>> {
  const row = await db.setting.findUnique({ where: { key } });
  const parsed = schema.safeParse(row?.value ?? {});
  if (!parsed.success) {
    throw new AppError('internal', `The stored setting "${key}" cannot be read.`, {
      advice: 'Open Admin, Settings and save it again.',
      cause: parsed.error,
    });
  }
  return parsed.data;
}
