import { describe, expect, it, vi } from 'vitest';

import { runGit, withoutCredentials } from './run-git';

describe('withoutCredentials', () => {
  it.each([
    ['https://ada:token@git.example.com/team/tests.git', 'https://git.example.com/team/tests.git'],
    ['https://ada:p@ss@git.example.com/tests.git', 'https://git.example.com/tests.git'],
    [
      "fatal: unable to access 'https://token@git.example.com/a.git/': 403",
      "fatal: unable to access 'https://git.example.com/a.git/': 403",
    ],
    ['git@git.example.com:team/tests.git', 'git@git.example.com:team/tests.git'],
    ['/srv/git/tests@1.git', '/srv/git/tests@1.git'],
    ['https://git.example.com/a@b.git', 'https://git.example.com/a@b.git'],
  ])('%s', (text, shown) => {
    expect(withoutCredentials(text)).toBe(shown);
  });
});

describe('runGit', () => {
  it('tells what git said, without credentials', async () => {
    await expect(
      runGit(['ls-remote', '--', 'https://ada:hunter2@127.0.0.1:1/a.git'], { timeout: 20_000 }),
    ).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.not.stringContaining('hunter2'),
    });
  });

  it("keeps the secrets of this process out of git's environment", async () => {
    vi.stubEnv('ENCRYPTION_KEY', 'hunter2');
    try {
      const { output } = await runGit(['-c', 'alias.probe=!env', 'probe']);
      expect(output).toMatch(/^PATH=/m);
      expect(output).not.toContain('hunter2');
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
