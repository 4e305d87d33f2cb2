import type { SignatureMode } from '../../core/connections';
import { decryptSecret, encryptSecret } from '../../platform/config/crypto';
import { writeAudit } from '../../platform/db/audit';
import type { Transaction } from '../../platform/db/client';
import { auditActor } from '../context';
import type { Context } from '../context';

import { generateKey, generateSecret } from './secret';

/** The demo's webhook address: `?c=demo`. */
export const demoKey = 'demo';
const mode: SignatureMode = 'hmac-sha256';

export interface FirstConnections {
  /** Where the sample document is still to be sent to; absent when it was, or when there is no demo. */
  demo?: { key: string; secret: string };
}

/**
 * Makes the default connection on the first run, and the demo's if it is wanted. Whoever deletes them later does not
 * get them back.
 */
export async function ensureFirstConnections(
  context: Context,
  settings: { encryptionKey: string; demo: boolean },
): Promise<FirstConnections> {
  return context.db.$transaction(async (tx) => {
    if ((await tx.connection.count()) === 0) {
      await create(context, tx, settings.encryptionKey, {
        key: generateKey(),
        name: 'Default',
        isDefault: true,
      });
      if (settings.demo) {
        await create(context, tx, settings.encryptionKey, { key: demoKey, name: 'Demo', isDefault: false });
      }
    }
    if (!settings.demo) return {};
    const demo = await tx.connection.findFirst({
      where: { key: demoKey, deletedAt: null, deliveries: { none: {} } },
      select: { key: true, secretCipher: true },
    });
    if (demo === null) return {};
    return { demo: { key: demo.key, secret: decryptSecret(demo.secretCipher, settings.encryptionKey) } };
  });
}

async function create(
  context: Context,
  tx: Transaction,
  encryptionKey: string,
  row: { key: string; name: string; isDefault: boolean },
): Promise<void> {
  const secretCipher = encryptSecret(generateSecret(mode), encryptionKey);
  const { id } = await tx.connection.create({
    data: { ...row, provider: 'push', signatureMode: mode, secretCipher, allowedHosts: [] },
    select: { id: true },
  });
  await writeAudit(tx, {
    ...auditActor(context),
    action: 'connection.create',
    subjectType: 'connection',
    subjectId: id,
    details: { name: row.name, provider: 'push', signatureMode: mode },
  });
}
