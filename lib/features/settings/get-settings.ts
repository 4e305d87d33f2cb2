import { storedSettings } from '../../core/settings';
import { readSetting } from '../../platform/db/settings';
import { requireUser } from '../context';
import type { Context } from '../context';

import type { SettingsDto } from './contract';

/**
 * The settings of the installation, with defaults where nobody has set anything. Administrators only.
 * @param environment PUBLISH_REPOSITORY and PUBLISH_AUTHOR
 * @throws AppError `forbidden`
 */
export async function getSettings(
  context: Context,
  environment: SettingsDto['environment'],
): Promise<SettingsDto> {
  requireUser(context, 'admin');
  const rows = await context.db.setting.findMany();
  const changed = (key: string) => {
    const row = rows.find((entry) => entry.key === key);
    return row === undefined ? undefined : { by: row.updatedBy, at: row.updatedAt.toISOString() };
  };
  const generation = changed('generation');
  const publishing = changed('publishing');
  return {
    generation: await readSetting(context.db, 'generation', storedSettings.generation),
    publishing: await readSetting(context.db, 'publishing', storedSettings.publishing),
    environment,
    changed: {
      ...(generation === undefined ? {} : { generation }),
      ...(publishing === undefined ? {} : { publishing }),
    },
  };
}
