// What the tests need besides packages: a browser, and a Python with pytest. Installs them where it may.
import { existsSync } from 'node:fs';

import { capture, succeeds } from './run.mjs';
import { fail, step } from './say.mjs';
import { root } from './setup.mjs';

const modules = ['pytest', 'requests', 'jsonschema', 'pytest_benchmark', 'xdist'];
const debianPackages = [
  'python3-pytest',
  'python3-requests',
  'python3-jsonschema',
  'python3-pytest-benchmark',
  'python3-pytest-xdist',
];
const pipPackages = ['pytest>=7.2', 'requests', 'jsonschema', 'pytest-benchmark', 'pytest-xdist'];
const venv = `${root}/.setup/venv`;

/** A Python that has what generated suites import; its path. */
export async function setupPython() {
  const found = findPython();
  if (found !== undefined) return found;
  if (mayInstallDebian())
    await step(`Installing ${debianPackages.join(', ')}`, () => installDebian(debianPackages));
  const installed = findPython();
  if (installed !== undefined) return installed;
  const base = ['python3', '/usr/bin/python3'].find((python) => succeeds(python, ['--version']));
  if (base !== undefined) {
    await step('Creating a virtual environment for pytest', async () => {
      await capture(base, ['-m', 'venv', venv]);
      await capture(`${venv}/bin/python`, ['-m', 'pip', 'install', '--quiet', ...pipPackages]);
    });
  }
  return (
    findPython() ??
    fail(
      'The generated suites are tested with real pytest, and no Python here has it.',
      `Install it: apt-get install -y ${debianPackages.join(' ')} (Debian, Ubuntu), or: python3 -m venv .setup/venv && .setup/venv/bin/pip install ${pipPackages.join(' ')}; or name a Python in PYTHON.`,
    )
  );
}

function findPython() {
  return [process.env.PYTHON, '/usr/bin/python3', 'python3', `${venv}/bin/python`].find(
    (python) => python && succeeds(python, ['-c', `import ${modules.join(', ')}`]),
  );
}

/** A Chromium for the end-to-end tests; its path, or undefined for the one that Playwright installed itself. */
export async function setupBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found.path;
  if (mayInstallDebian()) await step('Installing chromium', () => installDebian(['chromium']));
  if ((await findBrowser()) === undefined) {
    await step("Installing Playwright's Chromium", () =>
      capture('npx', ['playwright', 'install', 'chromium'], { cwd: root }),
    );
  }
  const installed = await findBrowser();
  return installed === undefined
    ? fail(
        'The end-to-end tests need Chromium, and there is none.',
        'Install it: apt-get install -y chromium (Debian), or: npx playwright install --with-deps chromium; or name one in CHROMIUM.',
      )
    : installed.path;
}

async function findBrowser() {
  const path = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((candidate) => candidate && existsSync(candidate));
  if (path !== undefined) return { path };
  const { chromium } = await import('playwright');
  return existsSync(chromium.executablePath()) ? { path: undefined } : undefined;
}

function mayInstallDebian() {
  return process.platform === 'linux' && process.getuid?.() === 0 && succeeds('apt-get', ['--version']);
}

async function installDebian(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    capture('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  if ((await install()).code === 0) return;
  await capture('apt-get', ['update'], { env });
  const second = await install();
  if (second.code !== 0) process.stderr.write(second.output.slice(-1500));
}
