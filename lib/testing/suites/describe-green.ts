import { rm } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GeneratedSuite } from '../../core/generator/suite';
import { pythonForTests, runPytest } from '../pytest';
import type { RunningService } from '../service/listen';

import type { ServiceUnderTest } from './service-under-test';
import { suiteOnDisk } from './suite-on-disk';

const runs = [
  { how: 'as it is', options: {} },
  { how: 'in parallel', options: { args: ['-n', '2'] } },
  { how: 'in another order', options: { shuffle: 'lantern' } },
  { how: 'in parallel, in another order', options: { args: ['-n', '2'], shuffle: 'oolong' } },
];

/** A machine that is busy with other work is no fault of the service: load is small and its budgets are wide. */
const patience = { API_P95_MS: '60000', API_ROUNDS: '3', API_REQUESTS: '8' };

/** Declares the tests that a service which keeps its document must pass: its suite is green in any order, again and again. */
export async function describeGreen<Id extends string>(service: ServiceUnderTest<Id>): Promise<void> {
  const found = await pythonForTests();
  if ('missing' in found) process.stderr.write(`${found.missing}\n`);

  describe.skipIf('missing' in found)(`${service.title}, on a server that keeps it`, () => {
    const python = 'python' in found ? found.python : '';
    let folder = '';
    let suite: GeneratedSuite;
    let running: RunningService;
    beforeAll(async () => {
      ({ suite, folder } = await suiteOnDisk(service.document));
      // One server for all runs: a suite must pass again on what an earlier run left behind.
      running = await service.start([]);
    });
    afterAll(async () => {
      await running.close();
      await rm(folder, { recursive: true });
    });

    it.each(runs)('is green $how', async ({ how, options }) => {
      const before = running.requests.length;
      const report = await runPytest(python, {
        folder,
        environment: { ...service.environment(running), ...patience },
        ...options,
      });
      const figures = [
        `${how}: ${String(report.passed.length)} passed, ${String(report.skipped.length)} skipped`,
        `${String(running.requests.length - before)} requests`,
        ...report.skipped.map(({ name, reason }) => `  skipped ${name}: ${reason}`),
      ];
      process.stdout.write(`${figures.join('\n')}\n`);
      expect(report.failed).toEqual([]);
      expect(report.passed.length).toBeGreaterThan(0);
    });

    it('asks every operation of the document, and makes none fail but by asking for that failure', () => {
      const asked = new Set(running.requests.map(({ operation }) => operation));
      asked.delete(undefined);
      expect(asked.size).toBe(suite.operations);
      const failures = running.requests.filter(({ status }) => status >= 500);
      expect(failures.filter(({ status, prefer }) => prefer !== `code=${String(status)}`)).toEqual([]);
    });
  });
}
