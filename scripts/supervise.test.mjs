import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

let folder;
let parent;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervise-'));
  appendFileSync(log(), '');
});
afterEach(() => {
  parent?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const log = () => join(folder, 'log');
const lines = () => readFileSync(log(), 'utf8').trim().split('\n').filter(Boolean);

/** A process that supervises one program, which writes a line when it starts and one when it is told to stop. */
function start(program) {
  writeFileSync(
    join(folder, 'program.mjs'),
    `import { appendFileSync } from 'node:fs';\nconst say = (text) => appendFileSync(${JSON.stringify(log())}, text + '\\n');\n${program}`,
  );
  writeFileSync(
    join(folder, 'parent.mjs'),
    `import { supervise } from ${JSON.stringify(new URL('supervise.mjs', import.meta.url).href)};
     const stop = supervise([{ name: 'program', command: process.execPath, args: [${JSON.stringify(join(folder, 'program.mjs'))}] }]);
     process.on('SIGTERM', async () => { await stop(); process.exit(0); });`,
  );
  parent = spawn(process.execPath, [join(folder, 'parent.mjs')], { stdio: 'ignore' });
  return parent;
}

const until = (condition) => expect.poll(condition, { timeout: 30_000, interval: 50 }).toBe(true);

it('starts a program again when it crashes', async () => {
  start("say('started'); setTimeout(() => process.exit(1), 10);");
  await until(() => lines().length >= 2);
});

it('stops a program cleanly and does not start it again', async () => {
  const child = start(
    "say('started'); setInterval(() => {}, 1000); process.on('SIGTERM', () => { say('stopping'); process.exit(0); });",
  );
  await until(() => lines().length === 1);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(lines()).toEqual(['started', 'stopping']);
});
