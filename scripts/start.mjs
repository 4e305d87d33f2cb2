// npm start: sets up what is missing, migrates, builds when sources changed, serves web and worker, stops both on Ctrl-C.
import { existsSync } from 'node:fs';

import { buildIfChanged } from './build.mjs';
import { capture, passThrough } from './run.mjs';
import { done, fail, say, step } from './say.mjs';
import { root, setup } from './setup.mjs';
import { supervise } from './supervise.mjs';

const development = process.argv.includes('--dev');
if (existsSync(`${root}/.env`)) process.loadEnvFile(`${root}/.env`);
process.chdir(root);

await setup();
const tsx = ['--import', 'tsx'];
const prepared = await step('Checking the environment and migrating the database', prepare);
if (!development) await buildIfChanged();

const { port, host, url } = prepared;
const env = {
  ...process.env,
  NODE_ENV: development ? 'development' : 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  NEXTAUTH_URL: url,
};
const next = [
  'node_modules/next/dist/bin/next',
  development ? 'dev' : 'start',
  '-p',
  String(port),
  '-H',
  host,
];
const stop = supervise([
  { name: 'web server', command: process.execPath, args: next, options: { cwd: root, env } },
  {
    name: 'worker',
    command: process.execPath,
    args: [...tsx, 'lib/worker/main.ts'],
    options: { cwd: root, env },
  },
]);

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    say('Stopping …');
    await stop();
    done('Stopped.');
    process.exit(0);
  });
}

await untilUp();
const local = `http://localhost:${port}`;
if (prepared.sendDemo)
  await passThrough(process.execPath, [...tsx, 'scripts/demo.ts', local], { cwd: root, env });
done(`Ready: ${url}/review`);
if (prepared.newAdmin?.generatedPassword !== undefined) {
  say(`Sign in as ${prepared.newAdmin.email} with the password ${prepared.newAdmin.generatedPassword}`);
  say('It is shown only this once. Change it under your name.');
}
say('Press Ctrl-C to stop.');

async function prepare() {
  const run = await capture(process.execPath, [...tsx, 'scripts/prepare.ts'], { cwd: root });
  const result = run.output.split('\n').find((line) => line.startsWith('prepared '));
  if (run.code !== 0 || result === undefined) fail(run.output.trim());
  return JSON.parse(result.slice('prepared '.length));
}

async function untilUp() {
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}/api/health/live`;
  for (let attempt = 0; attempt < 600 && !ending; attempt += 1) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  if (!ending)
    fail(
      `The web server did not come up at ${address}.`,
      `Is port ${port} taken? Choose another: PORT=8001 npm start`,
    );
}
