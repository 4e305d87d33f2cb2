import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { environmentNames, readEnv } from './env';

const path = fileURLToPath(new URL('../../../.env.example', import.meta.url));

it('.env.example lists every variable, and its values are good ones', async () => {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const assignments = lines
    .map((line) => /^(# )?([A-Z_]+)=(.*)$/.exec(line))
    .filter((match) => match !== null);
  const names = assignments.map((match) => match[2]);
  expect([...names].sort()).toEqual(environmentNames.filter((name) => name !== 'NODE_ENV').sort());
  const active = assignments.filter((match) => match[1] === undefined);
  const values = Object.fromEntries(
    active.map((match) => [match[2] ?? '', (match[3] ?? '').replace(/^"|"$/g, '')]),
  );
  expect(() => readEnv(values, '/srv')).not.toThrow();
});
