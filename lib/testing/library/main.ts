import { parseArgs } from 'node:util';

import { libraryEnvironment } from './environment';
import { faults, isFaultId, type FaultId } from './faults';
import { startLibrary } from './server';

/** Runs the library by hand: `npx tsx lib/testing/library/main.ts --port 4020 --fault if-match-ignored`. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4020' },
    fault: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean', default: false },
  },
});
const chosen: FaultId[] = values.fault.map((id) => {
  if (isFaultId(id)) return id;
  throw new Error(`There is no fault ${id}: --list shows them all.`);
});
if (values.list) {
  for (const { id, class: kind, description } of faults)
    process.stdout.write(`${id} (${kind}): ${description}\n`);
} else {
  const { url } = await startLibrary({ port: Number(values.port), faults: chosen });
  process.stdout.write(`Riverside Lending Library on ${url}\n`);
  const settings = Object.entries(libraryEnvironment(url)).map(([name, value]) => `${name}=${value}`);
  process.stdout.write(`${settings.join(' ')}\n`);
}
