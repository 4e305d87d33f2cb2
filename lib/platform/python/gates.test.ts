import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findPython } from './find-python';
import { collectGate, compileGate } from './gates';

const python = await findPython({ configured: process.env['PYTHON'] });
const path = python.status === 'found' ? python.path : '';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gates-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return Object.keys(files);
}

const good = 'def test_adds():\n    assert 1 + 1 == 2\n';

describe.skipIf(python.status === 'missing')('with a Python that has pytest', () => {
  it('passes sound files and leaves nothing behind', async () => {
    const files = await write({ 'test_a.py': good, 'sub/test_b.py': good, 'notes.txt': 'no Python' });
    expect(await compileGate({ python: path, folder }, files)).toEqual({
      status: 'passed',
      detail: '',
      perFile: {
        'test_a.py': { status: 'passed', detail: '' },
        'sub/test_b.py': { status: 'passed', detail: '' },
      },
    });
    expect(await collectGate({ python: path, folder })).toEqual({
      status: 'passed',
      detail: '',
      perFile: {
        'test_a.py': { status: 'passed', detail: '1 tests' },
        'sub/test_b.py': { status: 'passed', detail: '1 tests' },
      },
    });
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      ['notes.txt', 'sub', 'sub/test_b.py', 'test_a.py'].sort(),
    );
  });

  it('names the file that fails, and judges the others', async () => {
    const files = await write({ 'test_a.py': good, 'test_bad.py': 'def test_bad(:\n    pass\n' });
    const compile = await compileGate({ python: path, folder }, files);
    expect(compile.status).toBe('failed');
    expect(compile.perFile['test_a.py']?.status).toBe('passed');
    expect(compile.perFile['test_bad.py']?.detail).toContain('SyntaxError');
    const collect = await collectGate({ python: path, folder });
    expect(collect.status).toBe('failed');
    expect(collect.perFile).toMatchObject({
      'test_a.py': { status: 'passed' },
      'test_bad.py': { status: 'failed' },
    });
  });

  it('fails a folder without tests', async () => {
    await write({ 'helper.py': 'x = 1\n' });
    expect(await collectGate({ python: path, folder })).toMatchObject({
      status: 'failed',
      detail: 'No test was collected.',
    });
  });

  it('gives the files nothing of our environment', async () => {
    const text = `import os\nassert sorted(k for k in os.environ if "SECRET" in k or k == "USER") == []\n${good}`;
    process.env['GATE_TEST_SECRET'] = 'x';
    await write({ 'test_env.py': text });
    const result = await collectGate({ python: path, folder });
    delete process.env['GATE_TEST_SECRET'];
    expect(result.status).toBe('passed');
  });

  it('ends what takes too long, with all that it started', async () => {
    const marker = join(folder, 'late');
    await write({
      'test_slow.py': [
        'import subprocess, sys, time',
        `subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30); open('${marker}', 'w')"])`,
        'time.sleep(30)',
        good,
      ].join('\n'),
    });
    const result = await collectGate({ python: path, folder, timeoutMs: 2500 });
    expect(result).toEqual({ status: 'not-run', detail: expect.stringContaining('too long'), perFile: {} });
    expect(existsSync(marker)).toBe(false);
  });

  it('stops a file that prints without end, and on request', async () => {
    await write({ 'test_loud.py': 'import os\nwhile True:\n    os.write(1, b"x" * 65536)\n' });
    const loud = await collectGate({ python: path, folder, timeoutMs: 30_000 });
    expect(loud.status).not.toBe('passed');
    const signal = AbortSignal.abort();
    expect(await compileGate({ python: path, folder, signal }, ['test_loud.py'])).toMatchObject({
      status: 'not-run',
      detail: 'The gate was cancelled.',
    });
  });
});

describe('findPython', () => {
  it('says what is wrong with each interpreter that it cannot use', async () => {
    const fake = join(folder, 'python');
    await writeFile(fake, '#!/bin/sh\necho "{}"\n', { mode: 0o755 });
    const old = join(folder, 'old');
    await writeFile(old, '#!/bin/sh\necho \'{"version": [3, 8, 1], "lacks": []}\'\n', { mode: 0o755 });
    const bare = join(folder, 'bare');
    await writeFile(bare, '#!/bin/sh\necho \'{"version": [3, 12, 0], "lacks": ["pytest"]}\'\n', {
      mode: 0o755,
    });
    const found = await findPython({
      configured: '/nowhere/python',
      others: [fake, old, bare],
      path: folder,
    });
    if (found.status === 'found') {
      expect(found.path).toBe('/usr/bin/python3');
      return;
    }
    expect(found.message).toContain('/nowhere/python cannot be started');
    expect(found.message).toContain('Python 3.8.1');
  });

  it('prefers an interpreter that has all modules', async () => {
    const rich = join(folder, 'rich');
    await writeFile(rich, '#!/bin/sh\necho \'{"version": [3, 12, 0], "lacks": []}\'\n', { mode: 0o755 });
    expect(await findPython({ configured: rich })).toEqual({
      status: 'found',
      path: rich,
      version: '3.12.0',
      lacks: [],
    });
  });

  it('reports a Python that cannot be started as not run', async () => {
    expect(await compileGate({ python: '/nowhere/python', folder }, ['a.py'])).toMatchObject({
      status: 'not-run',
      detail: 'Python could not be started.',
    });
  });
});
