// npm test: sets up and runs everything; ends with one line that counts.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

import { buildIfChanged } from './build.mjs';
import { passThrough } from './run.mjs';
import { say, step } from './say.mjs';
import { setupBrowser, setupPython } from './setup-tests.mjs';
import { root, setup } from './setup.mjs';

process.chdir(root);
const node = process.execPath;
const reports = `${root}/test-results`;
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await setup();
const python = await setupPython();
const browser = await setupBrowser();
const env = {
  ...process.env,
  PYTHON: python,
  ...(browser === undefined ? {} : { CHROMIUM: browser }),
  NEXT_TELEMETRY_DISABLED: '1',
};
delete env.NODE_ENV;

const stages = [
  ['Lint', () => run('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0'])],
  [
    'Formatting',
    () => run('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  ],
  [
    'Types',
    async () =>
      (await run('node_modules/next/dist/bin/next', ['typegen'])) ||
      run('node_modules/typescript/bin/tsc', ['--noEmit']),
  ],
  ['Unit and integration tests, with coverage', () => vitest('unit', ['--coverage'])],
  ['Generated suites under real pytest', () => vitest('suites', [])],
  ['Build', async () => (await buildIfChanged(), 0)],
  ['End-to-end tests in Chromium', () => run('node_modules/@playwright/test/cli.js', ['test'])],
];

const failed = [];
for (const [name, stage] of stages) {
  const code = await step(name, stage);
  if (code !== 0) failed.push(name);
}
printCoverage();
const { passed, broken } = countTests();
if (failed.length > 0) say(`Failed: ${failed.join(', ')}`);
process.stdout.write(`\n${passed} passed, ${broken + (broken === 0 ? failed.length : 0)} failed\n`);
process.exit(failed.length > 0 ? 1 : 0);

function run(script, args) {
  return passThrough(node, [script, ...args], { cwd: root, env });
}

function vitest(project, args) {
  const report = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports}/vitest-${project}.json`,
  ];
  return run('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...report, ...args]);
}

function printCoverage() {
  const path = `${root}/coverage/coverage-summary.json`;
  if (!existsSync(path)) return;
  const { lines } = JSON.parse(readFileSync(path, 'utf8')).total;
  say(`Coverage of lib/: ${lines.pct} % of ${lines.total} lines`);
}

function countTests() {
  const counts = { passed: 0, broken: 0 };
  for (const project of ['unit', 'suites']) {
    const path = `${reports}/vitest-${project}.json`;
    if (!existsSync(path)) continue;
    const report = JSON.parse(readFileSync(path, 'utf8'));
    counts.passed += report.numPassedTests;
    counts.broken += report.numFailedTests;
  }
  const path = `${reports}/e2e.json`;
  if (existsSync(path)) {
    const { stats } = JSON.parse(readFileSync(path, 'utf8'));
    counts.passed += stats.expected + stats.flaky;
    counts.broken += stats.unexpected;
  }
  return counts;
}
