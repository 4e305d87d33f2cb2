import { requireUser } from '../context';
import type { Context } from '../context';

import type { ConnectionDto } from './contract';
import { connectionSelect, toConnectionDto } from './rows';

/** All connections that were not deleted, by name. Administrators only. */
export async function listConnections(
  context: Context,
  settings: { publicUrl: string },
): Promise<ConnectionDto[]> {
  requireUser(context, 'admin');
  const rows = await context.db.connection.findMany({
    where: { deletedAt: null },
    select: connectionSelect,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => toConnectionDto(row, settings.publicUrl, context.clock()));
}
