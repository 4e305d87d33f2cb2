import { requireUser } from '../context';
import type { Context } from '../context';

import type { ConnectionDto } from './contract';
import { findConnection } from './find-connection';
import { toConnectionDto } from './rows';

/**
 * One connection. Administrators only.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getConnection(
  context: Context,
  input: { connectionId: string; publicUrl: string },
): Promise<ConnectionDto> {
  requireUser(context, 'admin');
  const row = await findConnection(context.db, input.connectionId);
  return toConnectionDto(row, input.publicUrl, context.clock());
}
