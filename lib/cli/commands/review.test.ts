import { fileURLToPath } from 'node:url';

import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { main } from '../main';

import { capturedOutput } from '#lib/testing/captured-output';
import { casesOf, createApi, createGeneration, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const bin = fileURLToPath(new URL('../bin.mjs', import.meta.url));

let test: TestDatabase;
let generationId: string;

beforeAll(async () => {
  test = await openTestDatabase();
  vi.stubEnv('DATABASE_URL', test.url);
  vi.stubEnv('DATA_DIR', test.directory);
  await createUser(test.db, { name: 'Ada', email: 'ada@example.com', role: 'admin' });
  await createUser(test.db, { name: 'Mei', email: 'mei@example.com' });
  const api = await createApi(test.db, { slug: 'orders' });
  generationId = (await createGeneration(test.db, { apiId: api.id })).generation.id;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.close();
});

const run = (args: string[]) => capturedOutput(() => main(args));

/** The command as people start it, in an environment of its own. */
async function start(args: string[], env: Record<string, string>) {
  const { stdout, stderr, exitCode } = await execa('node', [bin, ...args], {
    env: { DATA_DIR: test.directory, DATABASE_URL: test.url, ...env },
    reject: false,
    stdin: 'ignore',
  });
  return { stdout, stderr, exitCode };
}
const json = async (args: string[]): Promise<unknown> => JSON.parse((await run([...args, '--json'])).stdout);
const states = async () => (await casesOf(test.db, generationId)).map((entry) => entry.state);
const keyAt = async (position: number) => (await casesOf(test.db, generationId))[position]?.key ?? '';

describe('review', () => {
  it('lists generations, and cases by API and state', async () => {
    const { stdout, exitCode } = await run(['review', 'list']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^GENERATION +VERSION +STATE +PENDING/);
    expect(stdout).toMatch(new RegExp(`^orders/1 +1\\.1\\.0 +ready +5 +0 +0 +${generationId}$`, 'm'));
    expect((await run(['review', 'list', '--api', 'orders'])).stdout).toContain(await keyAt(0));
    expect(await json(['review', 'list', '--state', 'rejected'])).toMatchObject([
      { slug: 'orders', cases: [] },
    ]);
  });

  it('approves named cases in the name of a person', async () => {
    const key = await keyAt(0);
    const args = ['review', 'approve', generationId, '--case', key, '--as', 'MEI@example.com'];
    expect(await json(args)).toMatchObject({ generation: 'orders/1', decided: [{ key, state: 'approved' }] });
    expect(await test.db.decision.findMany()).toMatchObject([{ actorName: 'Mei', via: 'cli' }]);
  });

  it('rejects named cases with a reason, and not without', async () => {
    const args = ['review', 'reject', 'orders/1', '--case', await keyAt(1), '--note', 'twice'];
    expect(await run(args)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--reason') });
    const { exitCode, stdout } = await run([...args, '--reason', 'duplicate']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Rejected 1 test cases of orders/1.' });
    expect((await casesOf(test.db, generationId))[1]).toMatchObject({
      decidedBy: 'Ada',
      rejectReason: 'duplicate',
      rejectNote: 'twice',
    });
  });

  it('asks before it approves all, where somebody can answer', async () => {
    expect(await run(['review', 'bulk-approve', 'orders'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Add --yes.'),
    });
    expect(await states()).toEqual(['approved', 'rejected', 'pending', 'pending', 'pending']);
    const { stdout } = await start(['review', 'bulk-approve', 'orders', '--yes'], {
      AI_TEST_GEN_USER: 'mei@example.com',
    });
    expect(stdout).toBe('Approved 3 test cases of orders/1.');
    expect(await states()).toEqual(['approved', 'rejected', 'approved', 'approved', 'approved']);
    expect((await run(['review', 'approve', 'orders'])).stdout).toBe('Approved 0 test cases of orders/1.');
  });

  it.each([
    [['review', 'approve', 'nothing'], /no generation "nothing"/],
    [['review', 'approve', 'orders/x'], /no generation "orders\/x"/],
    [['review', 'approve', 'orders', '--case', 'x'], /no test case "x"/],
    [['review', 'list', '--as', 'eve@example.com'], /Nobody with the address eve@example\.com/],
    [['review', 'list', '--api', 'none'], /no API "none"\.\n {2}There are: orders\./],
  ])('exits with 1 and says why: %j', async (args, message) => {
    const { exitCode, stderr } = await run(args);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(message);
  });

  it('does not make a database where there is none', async () => {
    const elsewhere = { DATABASE_URL: `file:${test.directory}/none.db` };
    const { exitCode, stderr } = await start(['review', 'list'], elsewhere);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('There is no database at');
  });
});

describe('status', () => {
  it('tells what waits and what failed', async () => {
    await test.db.job.create({
      data: {
        name: 'publication.run',
        payload: { publicationId: 'x' },
        state: 'dead',
        lastError: 'No such host',
        finishedAt: new Date(),
      },
    });
    const { stdout, exitCode } = await run(['status']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Worker: not running, never heard of');
    expect(stdout).toContain('Jobs: 0 queued, 0 running, 1 dead');
    expect(stdout).toMatch(/publication\.run +0 +No such host/);
    expect(stdout).toMatch(/^orders +1 +ready +0 +4 +1$/m);
    expect(await json(['status'])).toMatchObject({
      worker: { alive: false },
      jobs: { dead: 1 },
      apis: [{ slug: 'orders', approved: 4, rejected: 1 }],
    });
  });
});
