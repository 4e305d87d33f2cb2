import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pythonForTests, runPytest } from './pytest';

const found = await pythonForTests();
if ('missing' in found) process.stderr.write(`${found.missing}\n`);

const suite = `
import os

import pytest


def test_passes():
    assert os.environ["API_BASE_URL"] == "http://shop.test"


@pytest.mark.parametrize("n", [1, 2])
def test_fails(n):
    assert n == 2, "n is not two"


@pytest.fixture
def broken():
    yield
    raise RuntimeError("cannot clean up")


def test_cannot_clean_up(broken):
    pass


def test_is_skipped():
    pytest.skip("not verifiable here")
`;

describe.skipIf('missing' in found)('runPytest', () => {
  const python = 'python' in found ? found.python : '';
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pytest-test-'));
    await writeFile(join(folder, 'test_sample.py'), suite);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const environment = { API_BASE_URL: 'http://shop.test' };

  it.each([{ args: [] }, { args: ['-n', '2'] }])(
    'tells the outcome of each test, with $args',
    async ({ args }) => {
      const report = await runPytest(python, { folder, environment, args });
      expect(report.passed.toSorted()).toEqual([
        'test_sample.py::test_cannot_clean_up',
        'test_sample.py::test_fails[2]',
        'test_sample.py::test_passes',
      ]);
      expect(report.failed.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
        {
          name: 'test_sample.py::test_cannot_clean_up',
          message: 'teardown: RuntimeError: cannot clean up',
        },
        { name: 'test_sample.py::test_fails[1]', message: expect.stringContaining('n is not two') },
      ]);
      expect(report.skipped).toEqual([
        { name: 'test_sample.py::test_is_skipped', reason: 'Skipped: not verifiable here' },
      ]);
    },
  );

  it('runs in another order on request', async () => {
    const orders = await Promise.all(
      ['a', 'a', 'b', 'c', 'd'].map(
        async (shuffle) => (await runPytest(python, { folder, environment, shuffle })).passed,
      ),
    );
    expect(orders[0]).toEqual(orders[1]);
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(1);
  });

  it('throws with the output when pytest cannot run', async () => {
    await expect(runPytest(python, { folder, environment, args: ['--no-such-option'] })).rejects.toThrow(
      'no-such-option',
    );
  });
});
