import { encryptSecret } from '#lib/platform/config/crypto';
import type { Database, Prisma } from '#lib/platform/db/client';

export const testEncryptionKey = Buffer.alloc(32, 7).toString('base64');
export const testSecret = 'a-secret-of-the-tests';

export interface TestConnection extends Partial<
  Omit<Prisma.ConnectionUncheckedCreateInput, 'secretCipher' | 'tokenCipher'>
> {
  secret?: string;
  previousSecret?: string;
  token?: string;
}

/** A connection as an administrator would have made it; `hmac-sha256` and the default one unless said otherwise. */
export async function createConnection(db: Database, given: TestConnection = {}) {
  const { secret = testSecret, previousSecret, token, ...columns } = given;
  return db.connection.create({
    data: {
      key: 'default',
      name: 'Default',
      provider: 'push',
      isDefault: true,
      signatureMode: 'hmac-sha256',
      allowedHosts: [],
      ...columns,
      secretCipher: encryptSecret(secret, testEncryptionKey),
      ...(previousSecret === undefined
        ? {}
        : { previousCipher: encryptSecret(previousSecret, testEncryptionKey) }),
      ...(token === undefined ? {} : { tokenCipher: encryptSecret(token, testEncryptionKey) }),
    },
  });
}
