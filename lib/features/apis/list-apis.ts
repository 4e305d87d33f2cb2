import { requireUser } from '../context';
import type { Context } from '../context';

import type { ApiSummary } from './contract';
import { storedDiagnostics } from './stored';

import { defined } from '#lib/core/defined';

/**
 * Every API by name, with its newest version, what is wrong with that document, and where it comes from.
 * @throws AppError `unauthenticated`
 */
export async function listApis(context: Context): Promise<ApiSummary[]> {
  requireUser(context);
  const rows = await context.db.api.findMany({
    where: { archivedAt: null },
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      _count: { select: { versions: true } },
      connections: { where: { deletedAt: null }, select: { name: true }, orderBy: { name: 'asc' } },
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          label: true,
          title: true,
          dialect: true,
          operationCount: true,
          createdAt: true,
          diagnostics: true,
        },
      },
      publications: {
        where: { state: 'published' },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { finishedAt: true, createdAt: true },
      },
    },
  });
  return rows.map(({ id, slug, name, _count, connections, versions, publications }) => {
    const latest = versions[0];
    const diagnostics = storedDiagnostics.parse(latest?.diagnostics ?? []);
    const published = publications[0];
    return defined({
      id,
      slug,
      name,
      versions: _count.versions,
      latest: latest === undefined ? undefined : latestOf(latest),
      diagnostics: {
        errors: diagnostics.filter((entry) => entry.severity === 'error').length,
        warnings: diagnostics.filter((entry) => entry.severity === 'warning').length,
      },
      connections: connections.map((connection) => connection.name),
      lastPublished: (published?.finishedAt ?? published?.createdAt)?.toISOString(),
    });
  });
}

function latestOf(row: {
  label: string;
  title: string;
  dialect: string;
  operationCount: number;
  createdAt: Date;
}): NonNullable<ApiSummary['latest']> {
  const { label, title, dialect, operationCount, createdAt } = row;
  return { label, title, dialect, operationCount, createdAt: createdAt.toISOString() };
}
