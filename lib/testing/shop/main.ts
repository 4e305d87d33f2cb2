import { parseArgs } from 'node:util';

import { faults, isFaultId, type FaultId } from './faults';
import { startShop } from './server';

/** Runs the shop by hand: `npx tsx lib/testing/shop/main.ts --port 4010 --fault put-partial`. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
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
  const { url, credentials } = await startShop({ port: Number(values.port), faults: chosen });
  process.stdout.write(`Lantern Tea Shop on ${url}\n`);
  process.stdout.write(`API_BASE_URL=${url} API_TOKEN=${credentials.token} API_KEY=${credentials.apiKey}`);
  process.stdout.write(` API_TOKEN_READONLY=${credentials.readOnlyToken}`);
  process.stdout.write(` API_TOKEN_OTHER=${credentials.otherToken}\n`);
}
