import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { mostLines } from '../../core/generator/view/split-long';
import { checkPython, formatPython } from '../../platform/python/ruff';
import { collectSuites } from '../collect-suites';
import { pythonForTests } from '../pytest';

import { generateDocument, hashOf } from './generate-document';
import { writeSuite } from './write-suite';

/** The largest documents take half a minute each on a free core. */
const patience = 300_000;

interface Figures {
  name: string;
  operations: number;
  cases: number;
  milliseconds: number;
}

/** Declares the tests that every real document must pass: generates, is clean, the same twice, and is collected. */
export function describeCorpus(title: string, documents: readonly string[]): void {
  describe(title, () => {
    let folder = '';
    const suites = new Map<string, string>();
    const figures: Figures[] = [];
    const refused: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'corpus-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true });
      process.stdout.write(report(title, figures, refused));
    });

    it.each(documents)(
      'generates clean Python, twice the same: %s',
      async (name) => {
        const start = performance.now();
        const first = await generateDocument(name);
        const milliseconds = Math.round(performance.now() - start);
        if ('refused' in first) {
          refused.push(first.refused);
          return;
        }
        const { suite } = first;
        figures.push({ name, operations: suite.operations, cases: suite.cases.length, milliseconds });
        const again = await generateDocument(name);
        expect('suite' in again && hashOf(again.suite)).toBe(hashOf(suite));
        const python = suite.files.filter(({ path }) => path.endsWith('.py'));
        const findings = python.flatMap(({ path, text }) =>
          checkPython(text).map(({ line, code, message }) => `${path}:${String(line)} ${code} ${message}`),
        );
        const long = suite.cases.filter(({ code }) => code.split('\n').length > mostLines);
        expect(long.map(({ name: test }) => test)).toEqual([]);
        expect(findings).toEqual([]);
        for (const { path, text } of python)
          expect(formatPython(text), `${path} as it is formatted`).toBe(text);
        const target = join(folder, String(suites.size));
        suites.set(target, name);
        await writeSuite(target, suite.files);
      },
      patience,
    );

    it(
      'is collected by pytest',
      async (context) => {
        const found = await pythonForTests();
        if ('missing' in found) {
          process.stderr.write(`${found.missing}\n`);
          context.skip();
          return;
        }
        const withTests = [...suites.keys()];
        const collected = await collectSuites(found.python, withTests);
        const problems = collected.filter(({ problem }) => problem !== null);
        expect(
          problems.map(({ folder: where, problem }) => `${suites.get(where) ?? ''}: ${problem ?? ''}`),
        ).toEqual([]);
        const tests = collected.reduce((sum, suite) => sum + suite.collected, 0);
        process.stdout.write(`${title}: ${String(tests)} tests collected\n`);
      },
      patience,
    );
  });
}

function report(title: string, figures: readonly Figures[], refused: readonly string[]): string {
  const sum = (pick: (one: Figures) => number) =>
    String(figures.reduce((total, one) => total + pick(one), 0));
  const slowest = figures.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 8);
  return [
    `${title}: ${String(figures.length)} documents, ${sum((one) => one.operations)} operations, ${sum((one) => one.cases)} cases, ${sum((one) => one.milliseconds)} ms`,
    ...slowest.map(
      (one) =>
        `  ${one.name}: ${String(one.operations)} operations, ${String(one.cases)} cases, ${String(one.milliseconds)} ms`,
    ),
    ...refused.map((message) => `  refused: ${message}`),
    '',
  ].join('\n');
}
