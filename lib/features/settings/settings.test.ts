import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Context } from '../context';

import { getSettings } from './get-settings';
import { updateGenerationSettings } from './update-generation-settings';
import { updatePublishingSettings } from './update-publishing-settings';

import { contextFor, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const environment = { repository: null, author: 'Tests <tests@example.com>', templatesDir: null };
let test: TestDatabase;
let admin: Context;

beforeEach(async () => {
  test = await openTestDatabase();
  admin = contextFor(test.db, await createUser(test.db, { role: 'admin', name: 'Ada' }));
});
afterEach(() => test.close());

it('has defaults until somebody sets something', async () => {
  expect(await getSettings(admin, environment)).toMatchObject({
    generation: { categories: ['crud', 'validation', 'error', 'auth', 'performance'], assertFormats: true },
    publishing: { repository: null, author: null },
    environment: { repository: null, author: environment.author },
    templates: null,
    changed: {},
  });
});

it('stores what fits, with who changed what', async () => {
  await updateGenerationSettings(admin, { seed: 'team', excludedTags: ['internal'] });
  await updatePublishingSettings(admin, { repository: '/srv/tests.git', author: null });
  await updatePublishingSettings(admin, { repository: '/srv/other.git', author: null });
  const settings = await getSettings(admin, environment);
  expect(settings.generation).toMatchObject({
    seed: 'team',
    excludedTags: ['internal'],
    assertFormats: true,
  });
  expect(settings.publishing.repository).toBe('/srv/other.git');
  expect(settings.changed).toMatchObject({ generation: { by: 'Ada' }, publishing: { by: 'Ada' } });
  const entries = await test.db.auditEntry.findMany({ orderBy: { id: 'asc' } });
  expect(entries.map((entry) => entry.action)).toEqual([
    'settings.update-generation',
    'settings.update-publishing',
    'settings.update-publishing',
  ]);
  expect(entries[2]?.details).toEqual({
    before: { repository: '/srv/tests.git', author: null },
    after: { repository: '/srv/other.git', author: null },
  });
});

it('tells which templates the folder of the environment replaces, and what is wrong with it', async () => {
  const templatesDir = join(test.directory, 'templates');
  await mkdir(templatesDir);
  await writeFile(join(templatesDir, 'README.md.ejs'), '# Ours');
  const read = async () => (await getSettings(admin, { ...environment, templatesDir })).templates;
  expect(await read()).toEqual({ folder: templatesDir, replaced: ['README.md'], problem: null });
  await writeFile(join(templatesDir, 'cases.py.ejs'), '\n<% if ( %>');
  expect(await read()).toMatchObject({
    replaced: [],
    problem: expect.stringContaining('cases.py.ejs:2: '),
  });
});

it('refuses what does not fit, and reviewers', async () => {
  await expect(updateGenerationSettings(admin, { categories: [] })).rejects.toThrow(/at least one kind/);
  await expect(updateGenerationSettings(admin, { invalidStatuses: [200] })).rejects.toHaveProperty(
    'name',
    'ZodError',
  );
  const reviewer = contextFor(test.db, await createUser(test.db));
  const attempts = [
    () => getSettings(reviewer, environment),
    () => updateGenerationSettings(reviewer, {}),
    () => updatePublishingSettings(reviewer, {}),
  ];
  for (const run of attempts) await expect(run()).rejects.toMatchObject({ code: 'forbidden' });
  expect(await test.db.setting.count()).toBe(0);
});
