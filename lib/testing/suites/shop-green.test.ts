import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GeneratedSuite } from '../../core/generator/suite';
import { pythonForTests, runPytest } from '../pytest';
import { startShop, type RunningShop } from '../shop/server';

import { environmentFor } from './environment';
import { generateShopSuite } from './shop-suite';
import { writeSuite } from './write-suite';

const found = await pythonForTests();
if ('missing' in found) process.stderr.write(`${found.missing}\n`);

const runs = [
  { how: 'as it is', options: {} },
  { how: 'in parallel', options: { args: ['-n', '2'] } },
  { how: 'in another order', options: { shuffle: 'lantern' } },
  { how: 'in parallel, in another order', options: { args: ['-n', '2'], shuffle: 'oolong' } },
];

describe.skipIf('missing' in found)('the suite of the sample document, on a shop that keeps it', () => {
  const python = 'python' in found ? found.python : '';
  let folder = '';
  let suite: GeneratedSuite;
  let shop: RunningShop;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shop-suite-'));
    suite = await generateShopSuite();
    await writeSuite(folder, suite.files);
    // One shop for all runs: a suite must pass again on what an earlier run left behind.
    shop = await startShop();
  });
  afterAll(async () => {
    await shop.close();
    await rm(folder, { recursive: true });
  });

  it.each(runs)('is green $how', async ({ how, options }) => {
    const before = shop.requests.length;
    const report = await runPytest(python, { folder, environment: environmentFor(shop), ...options });
    expect(report.failed).toEqual([]);
    expect(report.passed.length).toBeGreaterThan(0);
    const figures = [
      `${how}: ${String(report.passed.length)} passed, ${String(report.skipped.length)} skipped`,
      `${String(shop.requests.length - before)} requests`,
      ...report.skipped.map(({ name, reason }) => `  skipped ${name}: ${reason}`),
    ];
    process.stdout.write(`${figures.join('\n')}\n`);
  });

  it('asks every operation of the document, and none with an answer of 5xx', () => {
    const asked = new Set(shop.requests.map(({ operation }) => operation));
    expect(asked.size).toBe(suite.operations + 1);
    expect(shop.requests.filter(({ status }) => status >= 500)).toEqual([]);
  });
});
