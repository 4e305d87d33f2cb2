import { describe, expect, it } from 'vitest';

import { publishingSettings, storedSettings } from './settings';

describe('publishingSettings', () => {
  it.each([
    'https://git.example.com/team/tests.git',
    'ssh://git@example.com:22/team/tests.git',
    'git@example.com:team/tests.git',
    'file:///srv/tests.git',
    '/srv/repositories/api tests.git',
  ])('takes %s', (repository) => {
    expect(publishingSettings.parse({ repository }).repository).toBe(repository);
  });

  it.each([
    '--upload-pack=touch /tmp/x',
    'ext::sh -c touch% /tmp/x',
    'relative/path',
    'https://-oProxyCommand=x/y',
    'git@host:-option',
    '/srv/a\nb',
    '',
  ])('refuses %j', (repository) => {
    expect(publishingSettings.safeParse({ repository }).success).toBe(false);
  });

  it('refuses a password in the URL', () => {
    expect(() => publishingSettings.parse({ repository: 'https://bot:secret@example.com/t.git' })).toThrow(
      /Leave the password out/,
    );
  });

  it.each(['Tests <tests@example.com>', 'API 测试 <t@example.com>'])('takes the author %s', (author) => {
    expect(publishingSettings.parse({ author }).author).toBe(author);
  });

  it.each(['tests@example.com', 'A <a>', 'A\nB <a@example.com>'])('refuses the author %j', (author) => {
    expect(publishingSettings.safeParse({ author }).success).toBe(false);
  });
});

it('has a default for every stored setting', () => {
  expect(storedSettings.publishing.parse({})).toEqual({ repository: null, author: null });
  expect(storedSettings.generation.parse({}).seed).toBe('ai-test-gen');
});
