// One step of npm start: checks the environment, migrates, makes sure that there is an administrator and the first
// connections. Its last line is `prepared {…}` for start.mjs.
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { AppError } from '../lib/core/errors';
import { ensureFirstConnections } from '../lib/features/connections/ensure-first-connections';
import { ensureAdmin } from '../lib/features/users/ensure-admin';
import { env } from '../lib/platform/config/env';
import { applyMigrations, migrationFolder } from '../lib/platform/db/migrations';

import { openContext, script } from './open-context';

await script(async () => {
  const settings = env();
  await portIsFree(settings.PORT, settings.HOST);
  const root = fileURLToPath(new URL('..', import.meta.url));
  await applyMigrations(settings.DATABASE_URL, migrationFolder(root));
  const { opened, context } = await openContext();
  const admin = await ensureAdmin(context, {
    email: settings.ADMIN_EMAIL,
    password: settings.ADMIN_PASSWORD,
  });
  const { demo } = await ensureFirstConnections(context, {
    demo: settings.DEMO,
    encryptionKey: opened.secrets.encryptionKey,
  });
  await opened.db.$disconnect();
  const prepared = {
    port: settings.PORT,
    host: settings.HOST,
    url: settings.PUBLIC_URL,
    newAdmin: admin,
    sendDemo: demo !== undefined,
  };
  console.log(`prepared ${JSON.stringify(prepared)}`);
});

function portIsFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) =>
      reject(
        new AppError('unavailable', `Port ${port} on ${host} cannot be used.`, {
          advice: 'Stop what listens there, or choose another: PORT=8001 npm start',
          cause,
        }),
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
