#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

import { cliBundle } from '../../scripts/cli-bundle.mjs';

// A run of some seconds ends before most optimised code pays for its compiling: only what runs often gets any.
setFlagsFromString('--interrupt-budget=600000');
// Most of what a run makes dies young: what lives on may grow by this share, not to four times its size, until it is swept.
setFlagsFromString('--heap-growing-percent=60');
// The command runs from a checkout as it is, from any working directory: bundled, or each source compiled as it is loaded.
let entry = await cliBundle();
if (entry === undefined) {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
  entry = './main.ts';
}
// Whoever reads the output may stop early, as `head` does: nothing is wrong then.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const { main } = await import(entry);
process.exitCode = await main(process.argv.slice(2));
