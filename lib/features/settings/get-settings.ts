import { AppError } from '../../core/errors';
import type { Target } from '../../core/generator/settings';
import { storedSettings } from '../../core/settings';
import { readSetting } from '../../platform/db/settings';
import { overrideTemplates } from '../../platform/templates/override-templates';
import { projectTemplates, readTemplateNames, readTemplates } from '../../platform/templates/read-templates';
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
  const settings = await readSetting(context.db, 'generation', storedSettings.generation);
  return {
    generation: settings,
    publishing: await readSetting(context.db, 'publishing', storedSettings.publishing),
    environment,
    templates: templatesDir === null ? null : await templatesIn(templatesDir, settings.target),
    changed: {
      ...(generation === undefined ? {} : { generation }),
      ...(publishing === undefined ? {} : { publishing }),
    },
  };
}

async function templatesIn(folder: string, target: Target): Promise<SettingsDto['templates']> {
  try {
    const builtIn = projectTemplates();
    const { overridden } = await overrideTemplates(
      folder,
      await readTemplates(builtIn, target),
      await readTemplateNames(builtIn),
    );
    return { folder, replaced: [...overridden.keys()], problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { folder, replaced: [], problem: error.message };
  }
}
