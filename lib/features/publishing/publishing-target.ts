import { join } from 'node:path';

import { AppError } from '#lib/core/errors';
import { publishingSettings } from '#lib/core/settings';
import type { Transaction } from '#lib/platform/db/client';
import { readSetting } from '#lib/platform/db/settings';

/** The part of the environment that publishing reads. */
export interface PublishingEnvironment {
  PUBLISH_REPOSITORY?: string | undefined;
  PUBLISH_AUTHOR: string;
  DATA_DIR: string;
}

export interface PublishingTarget {
  /** URL or path. */
  repository: string;
  /** True for the bare repository in the data folder, which is made when it is first needed. */
  own: boolean;
  author: { name: string; email: string };
}

/**
 * Where approved tests go: what an administrator has set, else the environment, else a repository of our own.
 * @throws AppError `invalid_input` when PUBLISH_REPOSITORY is no address that git may be given
 */
export async function publishingTarget(
  db: Pick<Transaction, 'setting'>,
  environment: PublishingEnvironment,
): Promise<PublishingTarget> {
  const stored = await readSetting(db, 'publishing', publishingSettings);
  const configured = stored.repository ?? fromEnvironment(environment.PUBLISH_REPOSITORY);
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(stored.author ?? environment.PUBLISH_AUTHOR) ?? [];
  return {
    repository: configured ?? join(environment.DATA_DIR, 'repositories', 'api-tests.git'),
    own: configured === null,
    author: { name, email },
  };
}

function fromEnvironment(value: string | undefined): string | null {
  const parsed = publishingSettings.shape.repository.safeParse(value ?? null);
  if (parsed.success) return parsed.data;
  throw new AppError(
    'invalid_input',
    `PUBLISH_REPOSITORY: ${parsed.error.issues[0]?.message ?? 'not valid'}`,
  );
}
