import { rm } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GeneratedCase, GeneratedSuite } from '../../core/generator/suite';
import { snakeCase } from '../../core/python/identifier';
import { pythonForTests, runPytest } from '../pytest';

import type { ServiceUnderTest } from './service-under-test';
import { suiteOnDisk } from './suite-on-disk';

interface Outcome {
  /** Tests that name the broken rule. */
  asked: number;
  requests: number;
  red: string[];
  message: string;
}

/** Declares the tests that show of each fault of a service by which test it is found, or why it is not. */
export async function describeFaults<Id extends string>(service: ServiceUnderTest<Id>): Promise<void> {
  const found = await pythonForTests();
  if ('missing' in found) process.stderr.write(`${found.missing}\n`);
  const { faults, finders, missed } = service;

  describe.skipIf('missing' in found)(`${service.title}, on a server with one fault`, () => {
    const python = 'python' in found ? found.python : '';
    let folder = '';
    let suite: GeneratedSuite;
    const outcomes = new Map<Id, Outcome>();

    async function tryFault(id: Id, finder: string): Promise<Outcome> {
      const args = testsNaming(suite, finder);
      if (args.length === 0) return { asked: 0, requests: 0, red: [], message: `no test is named ${finder}` };
      const running = await service.start([id]);
      try {
        // A server of ours is done within three questions.
        const environment = { ...service.environment(running), API_POLL_TRIES: '4' };
        const { failed, skipped } = await runPytest(python, { folder, environment, args });
        const red = failed.map(({ name }) => name.split('::').at(-1) ?? name);
        const message = failed[0]?.message ?? skipped[0]?.reason ?? 'all passed';
        return { asked: args.length, requests: running.requests.length, red, message };
      } finally {
        await running.close();
      }
    }

    beforeAll(async () => {
      ({ suite, folder } = await suiteOnDisk(service.document));
    });

    afterAll(async () => {
      await rm(folder, { recursive: true });
      const rows = faults.map(({ id, class: kind }) => {
        const outcome = outcomes.get(id);
        const isFound = outcome !== undefined && outcome.red.length > 0;
        const by = outcome?.red[0] ?? missed[id] ?? outcome?.message;
        return [isFound ? 'found ' : 'missed', kind.padEnd(13), id.padEnd(44), by].join('  ');
      });
      const all = [...outcomes.values()];
      const count = all.filter(({ red }) => red.length > 0).length;
      const requests = all.reduce((sum, outcome) => sum + outcome.requests, 0);
      process.stdout.write(
        `${rows.join('\n')}\n${String(count)} of ${String(faults.length)} faults found by a suite of ${String(suite.cases.length)} tests; ${String(requests)} requests\n`,
      );
    });

    it.concurrent.each(faults.filter(({ id }) => finders[id] !== undefined))(
      'is red: $id',
      async ({ id }) => {
        const outcome = await tryFault(id, finders[id] ?? '');
        outcomes.set(id, outcome);
        expect(outcome.red.length, outcome.message).toBeGreaterThan(0);
      },
    );

    it('knows of each fault by what it is found, or why it is not', () => {
      const unclear = faults.filter(({ id }) => (finders[id] === undefined) === (missed[id] === undefined));
      expect(unclear.map(({ id }) => id)).toEqual([]);
    });
  });
}

/** Tests, or rows of a test of several rules, by the ids under which pytest runs them. */
function testsNaming(suite: GeneratedSuite, finder: string): string[] {
  const pattern = new RegExp(`^test_${finder}`);
  return suite.cases.flatMap((test) => {
    const id = [test.file, test.className, test.name].join('::');
    if (pattern.test(test.name)) return [id];
    return rowsOf(test).flatMap((row) => (pattern.test(row.name) ? [`${id}[${row.id}]`] : []));
  });
}

/** The rows of a test of several rules as tests of their own: `test_create_book_rejects_title_longer_than_200`. */
export function rowsOf({ name, code }: GeneratedCase): { id: string; name: string }[] {
  const [, start] = /^(test_\w+?_rejects_)/.exec(name) ?? [];
  if (start === undefined) return [];
  return [...code.matchAll(/\bid="([^"]+)"/g)].map(([, id = '']) => ({
    id,
    name: `${start}${snakeCase(id, { fallback: 'row', maxLength: 120 })}`,
  }));
}
