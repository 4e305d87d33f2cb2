import { AppError } from '../../core/errors';
import { storedSettings } from '../../core/settings';
import { readSetting } from '../../platform/db/settings';
import { overrideTemplates } from '../../platform/templates/override-templates';
import { readProjectTemplates } from '../../platform/templates/read-templates';
import { requireUser } from '../context';
import type { Context } from '../context';

import type { SettingsDto } from './contract';

/**
 * The settings of the installation, with defaults where nobody has set anything. Administrators only.
 * @param environment PUBLISH_REPOSITORY, PUBLISH_AUTHOR and TEMPLATES_DIR
 * @throws AppError `forbidden`
 */
export async function getSettings(
  context: Context,
  { templatesDir, ...environment }: SettingsDto['environment'] & { templatesDir: string | null },
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
    templates: templatesDir === null ? null : await templatesIn(templatesDir),
    changed: {
      ...(generation === undefined ? {} : { generation }),
      ...(publishing === undefined ? {} : { publishing }),
    },
  };
}

async function templatesIn(folder: string): Promise<SettingsDto['templates']> {
  try {
    const { overridden } = await overrideTemplates(folder, await readProjectTemplates());
    return { folder, replaced: [...overridden.keys()], problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { folder, replaced: [], problem: error.message };
  }
}
