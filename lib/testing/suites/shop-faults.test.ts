import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GeneratedSuite } from '../../core/generator/suite';
import { pythonForTests, runPytest } from '../pytest';
import { faults, type FaultId } from '../shop/faults';
import { startShop } from '../shop/server';

import { atMost } from './at-most';
import { environmentFor } from './environment';
import { finders } from './fault-finders';
import { missed } from './missed-faults';
import { generateShopSuite } from './shop-suite';
import { writeSuite } from './write-suite';

const found = await pythonForTests();
if ('missing' in found) process.stderr.write(`${found.missing}\n`);

interface Outcome {
  /** Tests that name the broken rule. */
  asked: number;
  red: string[];
  message: string;
}

function testsNaming(suite: GeneratedSuite, finder: string): string[] {
  const pattern = new RegExp(`^test_${finder}`);
  return suite.cases
    .filter(({ name }) => pattern.test(name))
    .map(({ file, className, name }) => [file, className, name].join('::'));
}

describe.skipIf('missing' in found)('the suite of the sample document, on a shop with one fault', () => {
  const python = 'python' in found ? found.python : '';
  let folder = '';
  const outcomes = new Map<FaultId, Outcome>();

  async function tryFault(suite: GeneratedSuite, id: FaultId, finder: string): Promise<Outcome> {
    const args = testsNaming(suite, finder);
    if (args.length === 0) return { asked: 0, red: [], message: `no test is named ${finder}` };
    const shop = await startShop({ faults: [id] });
    try {
      const { failed } = await runPytest(python, { folder, environment: environmentFor(shop), args });
      const red = failed.map(({ name }) => name.split('::').at(-1) ?? name);
      return { asked: args.length, red, message: failed[0]?.message ?? '' };
    } finally {
      await shop.close();
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shop-faults-'));
    const suite = await generateShopSuite();
    await writeSuite(folder, suite.files);
    await atMost(2, faults, async ({ id }) => {
      const finder = finders[id];
      if (finder !== undefined) outcomes.set(id, await tryFault(suite, id, finder));
    });
  }, 240_000);

  afterAll(async () => {
    await rm(folder, { recursive: true });
    const rows = faults.map(({ id, class: kind }) => {
      const red = outcomes.get(id)?.red ?? [];
      const verdict = red.length > 0 ? 'found ' : 'missed';
      return [
        verdict,
        kind.padEnd(13),
        id.padEnd(40),
        red[0] ?? missed[id] ?? outcomes.get(id)?.message,
      ].join('  ');
    });
    const count = [...outcomes.values()].filter(({ red }) => red.length > 0).length;
    process.stdout.write(`${rows.join('\n')}\n${String(count)} of ${String(faults.length)} faults found\n`);
  });

  it.each(faults.filter(({ id }) => finders[id] !== undefined))('is red: $id', ({ id }) => {
    const outcome = outcomes.get(id);
    expect(outcome?.red.length, outcome?.message).toBeGreaterThan(0);
  });

  it('knows of each fault by what it is found, or why it is not', () => {
    const unclear = faults.filter(({ id }) => (finders[id] === undefined) === (missed[id] === undefined));
    expect(unclear.map(({ id }) => id)).toEqual([]);
  });
});
