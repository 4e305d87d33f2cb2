import { requireUser } from '../context';
import type { Context } from '../context';

/** The APIs that a connection can feed, by name. Administrators only. */
export async function listLinkableApis(context: Context): Promise<{ id: string; name: string }[]> {
  requireUser(context, 'admin');
  return context.db.api.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}
