import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

import { readSetting } from './settings';

import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const schema = z.object({ repository: z.string().nullable().default(null) });
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

it('gives defaults until it is set, then what is stored, and refuses what does not fit', async () => {
  expect(await readSetting(test.db, 'publishing', schema)).toEqual({
    repository: null,
  });

  const value = { repository: '/srv/tests.git' };
  await test.db.setting.create({ data: { key: 'publishing', value, updatedBy: 'Ada' } });
  expect(await readSetting(test.db, 'publishing', schema)).toEqual(value);

  await test.db.setting.update({ where: { key: 'publishing' }, data: { value: { repository: 7 } } });
  await expect(readSetting(test.db, 'publishing', schema)).rejects.toMatchObject({
    code: 'internal',
    advice: expect.stringContaining('save it again'),
  });
});
