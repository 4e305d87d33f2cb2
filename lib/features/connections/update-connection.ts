import { AppError } from '../../core/errors';
import { encryptSecret } from '../../platform/config/crypto';
import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { updateConnectionInput } from './contract';
import type { UpdateConnectionInput } from './contract';
import { findConnection, releaseDefault, requireApi } from './find-connection';

/**
 * Changes a connection. Its secret has a use case of its own; the token is replaced only when one is given.
 * @throws AppError `forbidden`, `not_found`; `invalid_input` when the stored token would go to another server; ZodError
 */
export async function updateConnection(
  context: Context,
  input: UpdateConnectionInput,
  settings: { encryptionKey: string },
): Promise<void> {
  requireUser(context, 'admin');
  const { connectionId, token, ...fields } = updateConnectionInput.parse(input);
  await context.db.$transaction(async (tx) => {
    const { api, ...rest } = await findConnection(tx, connectionId);
    const before = { ...rest, apiId: api?.id ?? null };
    await requireApi(tx, fields.apiId);
    if (before.tokenLast4 !== null && token === undefined) refuseOtherServer(before, fields);
    await tx.connection.update({
      where: { id: connectionId },
      data: { ...fields, ...sealed(token, settings.encryptionKey) },
    });
    if (fields.isDefault) await releaseDefault(tx, connectionId);
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'connection.update',
      subjectType: 'connection',
      subjectId: connectionId,
      ...(fields.apiId === null ? {} : { apiId: fields.apiId }),
      details: {
        name: fields.name,
        changed: [...changed(before, fields), ...(token === undefined ? [] : ['token'])],
      },
    });
  });
}

interface Place {
  provider: string;
  baseUrl: string | null;
}

/** A stored token can be read by nobody; sending it to a server of one's choice would be a way to read it. */
function refuseOtherServer(before: Place, after: Place): void {
  const serverOf = ({ provider, baseUrl }: Place) => (baseUrl === null ? provider : new URL(baseUrl).origin);
  if (after.provider === 'push' || serverOf(before) === serverOf(after)) return;
  throw new AppError('invalid_input', 'Enter the token again: the connection leads to another server now.', {
    details: { field: 'token' },
  });
}

function sealed(token: string | null | undefined, encryptionKey: string) {
  if (token === undefined) return {};
  if (token === null) return { tokenCipher: null, tokenLast4: null };
  return { tokenCipher: encryptSecret(token, encryptionKey), tokenLast4: token.slice(-4) };
}

/** Names only: values such as addresses are in the record itself. */
function changed(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
