import { runtime } from '../platform/runtime';

import { startWorker } from './start-worker';

// A bad environment or database stops the process here, with its reason, before any job is taken.
const opened = await runtime('worker');
const worker = startWorker(opened);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    opened.log.info({ signal }, 'stopping');
    void worker
      .close()
      .then(() => opened.db.$disconnect())
      .then(() => process.exit(0));
  });
}
