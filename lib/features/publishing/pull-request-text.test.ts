import { expect, it } from 'vitest';

import { pullRequestText } from './pull-request-text';

const facts = (files: string[]): Parameters<typeof pullRequestText>[0] => ({
  publicationId: 'p1',
  apiName: 'Shop',
  version: '1.0.0',
  generation: 3,
  counts: { approved: 2, rejected: 0, pending: 1 },
  branch: 'ai-tests/shop/1.0.0',
  folder: 'tests/generated/shop',
  files,
  reviewers: [],
  endpoints: [],
  rejected: [],
  gaps: [],
});

it.each([
  ['pytest', ['conftest.py', 'test_book_crud.py']],
  ['npx playwright test', ['book-crud.spec.ts', 'fixtures.ts']],
])('asks for a run of %s', (command, files) => {
  expect(pullRequestText(facts(files))).toContain(`(\`API_BASE_URL=… ${command}\`)`);
});
