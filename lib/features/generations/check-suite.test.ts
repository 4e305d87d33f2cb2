import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Gates } from './built-suite';
import { checkSuite, gateOfCase, withValuesGate } from './check-suite';

const gates = (more: Partial<Gates> = {}): Gates => ({
  syntax: 'passed',
  lint: 'passed',
  compile: 'passed',
  collect: 'passed',
  ...more,
});

describe('checkSuite', () => {
  it('tells of each file what is wrong with it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'check-suite-'));
    const files = [
      { path: 'test_good.py', text: 'def test_good() -> None:\n    assert True\n' },
      { path: 'test_unused.py', text: 'import os\n\n\ndef test_a() -> None:\n    assert True\n' },
      { path: 'test_broken.py', text: 'def test_b(:\n    assert True\n' },
      { path: 'pytest.ini', text: '[pytest]\n' },
    ].map((file) => ({ ...file, kind: 'test' as const }));
    const steps = new Set<string>();
    const checked = await checkSuite(files, { folder }, ({ step }) => steps.add(step));
    await rm(folder, { recursive: true });
    expect(checked.perFile.get('test_good.py')).toEqual(gates());
    expect(checked.perFile.get('test_unused.py')).toMatchObject({
      syntax: 'passed',
      lint: 'failed',
      compile: 'passed',
      detail: expect.stringMatching(/F401/),
    });
    expect(checked.perFile.get('test_broken.py')).toMatchObject({ syntax: 'failed', compile: 'failed' });
    expect(checked.gates).toMatchObject({
      syntax: 'failed',
      lint: 'failed',
      compile: 'failed',
      collect: 'failed',
      detail: expect.stringMatching(/test_broken\.py/),
    });
    expect(checked.perFile.has('pytest.ini')).toBe(false);
    expect([...steps]).toEqual(['Checking with ruff', 'Compiling and collecting']);
  });
});

describe('checkSuite of a suite for Playwright', () => {
  it('looks at the syntax, and says why the gates for Python did not run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'check-suite-'));
    const files = [
      { path: 'book-crud.spec.ts', text: "import { test } from './fixtures';\n" },
      { path: 'fixtures.ts', text: 'export const test = (;\n' },
      { path: 'package.json', text: '{}\n' },
    ].map((file) => ({ ...file, kind: 'test' as const }));
    const checked = await checkSuite(files, { folder }, () => undefined);
    await rm(folder, { recursive: true });
    const notRun = { lint: 'not-run', compile: 'not-run', collect: 'not-run' };
    const reason = expect.stringContaining('look at Python only');
    expect([...checked.perFile]).toEqual([
      ['book-crud.spec.ts', { syntax: 'passed', ...notRun, detail: reason }],
      ['fixtures.ts', { syntax: 'failed', ...notRun, detail: expect.stringMatching(/^line 1: /) }],
    ]);
    expect(checked.gates).toMatchObject({
      syntax: 'failed',
      ...notRun,
      detail: expect.stringMatching(/^fixtures\.ts: line 1: [^]*look at Python only/),
    });
    expect(gateOfCase(checked, { file: 'book-crud.spec.ts', startLine: 1, endLine: 1 })).toBe('not-run');
    expect(gateOfCase(checked, { file: 'fixtures.ts', startLine: 1, endLine: 1 })).toBe('failed');
  });
});

describe('withValuesGate', () => {
  it.each([
    [undefined, { values: 'not-run' }],
    [[], { values: 'passed' }],
    [['#/a: refuted.'], { values: 'failed', detail: '#/a: refuted.' }],
  ])('of %j is %j', (refuted, expected) => {
    expect(withValuesGate(gates(), refuted)).toEqual({ ...gates(), ...expected });
  });
});

describe('gateOfCase', () => {
  const place = { file: 'test_a.py', startLine: 10, endLine: 20 };
  const finding = (line: number) => ({ line, column: 1, code: 'F821', message: 'undefined name' });
  it.each([
    ['passed', gates(), []],
    ['failed', gates(), [finding(10)]],
    ['passed', gates({ lint: 'failed' }), [finding(21)]],
    ['failed', gates({ collect: 'failed' }), []],
    ['not-run', gates({ compile: 'not-run', collect: 'not-run' }), []],
    ['not-run', undefined, []],
  ])('is %s', (status, file, findings) => {
    const perFile = new Map(file === undefined ? [] : [['test_a.py', file] as const]);
    const all = new Map([['test_a.py', findings]]);
    expect(gateOfCase({ gates: gates(), perFile, findings: all }, place)).toBe(status);
  });
});
