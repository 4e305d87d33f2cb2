// Brings a fresh checkout to where it can run: packages and the database client. Does only what is missing.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { cliBundle } from './cli-bundle.mjs';
import { capture } from './run.mjs';
import { fail, step } from './say.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

export async function setup() {
  checkNode();
  const packages = hashOf(root, ['package.json', 'package-lock.json']) + process.versions.modules;
  if (!isDone(root, 'packages', packages) || !existsSync(`${root}/node_modules/next`)) {
    await step('Installing packages', installPackages);
    markDone(root, 'packages', packages);
  }
  const client = hashOf(root, ['prisma/schema.prisma', 'package-lock.json']);
  if (!isDone(root, 'client', client) || !existsSync(`${root}/lib/platform/db/generated/client.ts`)) {
    await step('Generating the database client', async () => {
      const run = await capture(process.execPath, ['scripts/prisma-generate.mjs'], { cwd: root });
      if (run.code !== 0) fail(`The database client could not be generated.\n${run.output}`);
    });
    markDone(root, 'client', client);
  }
  // Where it cannot be built the command line compiles its sources when it starts.
  await cliBundle();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Node.js ${process.versions.node} is too old.`,
      'Install Node.js 20.19 or later (24 LTS is a good choice): https://nodejs.org',
    );
  }
}

async function installPackages() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = await capture(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root });
  if (run.code !== 0) {
    fail(`npm ci failed:\n${run.output.slice(-4000)}`, 'It needs the npm registry (or your mirror of it).');
  }
  const sqlite = await capture(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"], {
    cwd: root,
  });
  if (sqlite.code !== 0) {
    const rebuild = await capture(npm, ['rebuild', 'better-sqlite3'], { cwd: root });
    if (rebuild.code !== 0) {
      fail(
        `The SQLite driver could not be built:\n${rebuild.output.slice(-2000)}`,
        'Where its ready binary cannot be downloaded it is compiled: install python3, make and g++ (Debian: apt-get install -y python3 make g++) and try again.',
      );
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
