import { rm } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GeneratedSuite } from '../../core/generator/suite';
import { installPackages, runPlaywright, typeErrors } from '../playwright';
import type { RunningService } from '../service/listen';
import type { FaultId } from '../shop/faults';

import { generateDocument, hashOf } from './generate-document';
import { shop } from './shop';
import { suiteOnDisk } from './suite-on-disk';

/** One fault of each class; all at once, since each is found by tests of its own. */
const faults: FaultId[] = [
  'price-amount-minimum-unchecked',
  'search-status-enum-unchecked',
  'duplicate-answers-500',
  'response-date-malformed',
  'update-lost',
  'any-scheme-accepted',
  'emoji-answers-500',
  'stack-trace-shown',
  'page-size-unbounded',
  'allow-header-missing',
];

/** A machine that is busy with other work is no fault of the service: load is small and its budgets are wide. */
const patience = { API_P95_MS: '60000', API_ROUNDS: '3', API_REQUESTS: '8' };

const titleOf = (fault: FaultId): string => (shop.finders[fault] ?? '').replaceAll('_', ' ');

describe('the suite of the sample document for Playwright', () => {
  let folder = '';
  let suite: GeneratedSuite;
  beforeAll(async () => {
    ({ suite, folder } = await suiteOnDisk(shop.document, 'playwright'));
    await installPackages(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (running: RunningService, titles: string[] = []) =>
    runPlaywright(folder, { ...shop.environment(running), ...patience }, titles);

  it('is the same again, byte for byte', async () => {
    const again = await generateDocument(shop.document, 'playwright');
    expect('suite' in again && hashOf(again.suite)).toBe(hashOf(suite));
  });

  it('fits the types of Playwright and ajv in strict mode', async () => {
    expect(await typeErrors(folder)).toBe('');
  });

  it('is green on a server that keeps the document, and asks each operation', async () => {
    const running = await shop.start([]);
    try {
      const { passed, failed, skipped } = await run(running);
      process.stdout.write(
        `playwright: ${String(passed.length)} passed, ${String(skipped.length)} skipped, ${String(running.requests.length)} requests\n`,
      );
      expect(failed).toEqual([]);
      expect(passed.length + skipped.length).toBe(suite.cases.reduce((sum, { rows }) => sum + rows, 0));
      expect(passed.length).toBeGreaterThan(skipped.length * 10);
      expect(skipped.filter(({ reason }) => !reason.startsWith('not verifiable: '))).toEqual([]);
      const asked = new Set(running.requests.map(({ operation }) => operation));
      asked.delete(undefined);
      expect(asked.size).toBe(suite.operations);
      expect(running.requests.filter(({ status }) => status >= 500)).toEqual([]);
    } finally {
      await running.close();
    }
  });

  it('is red for faults of each class, by tests that name the broken rule', async () => {
    const running = await shop.start(faults);
    try {
      const { failed } = await run(running, faults.map(titleOf));
      const missed = faults.filter((fault) => !failed.some(({ name }) => name.startsWith(titleOf(fault))));
      expect(missed).toEqual([]);
      for (const { message } of failed) {
        expect(message).toMatch(
          /^Error: [A-Z]+ \/[^]*\n {2}expected [^]*\n {2}actual [^]*\n {2}request {2}curl -X /,
        );
        for (const secret of Object.values(shop.environment(running))) {
          if (secret.length > 8 && !secret.startsWith('http')) expect(message).not.toContain(secret);
        }
      }
    } finally {
      await running.close();
    }
  });
});
