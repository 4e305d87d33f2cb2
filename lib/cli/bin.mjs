#!/usr/bin/env node
import { fileURLToPath } from 'node:url';

import { register } from 'tsx/esm/api';

// The command runs from a checkout as it is: TypeScript is compiled while it is loaded, from any working directory.
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
