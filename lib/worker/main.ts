import { runtime } from '../platform/runtime';

import { startWorker } from './start-worker';

import { AppError } from '#lib/core/errors';
import { migrationsFolder } from '#lib/platform/observability/migrations-folder';
import { checkMigrations } from '#lib/platform/observability/readiness';

// A bad environment or database stops the process here, with its reason, before any job is taken.
const opened = await runtime('worker');
const migrations = await checkMigrations(opened, migrationsFolder());
if (!migrations.ok) {
  throw new AppError('unavailable', migrations.detail ?? 'The database is not ready.', {
    advice: 'Start the product with npm start, which migrates it.',
  });
}
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
