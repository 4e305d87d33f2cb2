import { z } from 'zod';

import { requireUser } from '../context';
import type { Context } from '../context';

import { listAuditInput, pageSize } from './contract';
import type { AuditDto, ListAuditInput } from './contract';

const details = z.record(z.string(), z.unknown()).catch({});

/**
 * Who did what, newest first, a page at a time. Administrators only.
 * @returns the entries, what there is to filter by, and `next`: what to pass as `before` for the following page
 * @throws AppError `forbidden`
 */
export async function listAudit(
  context: Context,
  input: ListAuditInput,
): Promise<{ entries: AuditDto[]; subjectTypes: string[]; actions: string[]; next: number | null }> {
  requireUser(context, 'admin');
  const { subjectType, action, subjectId, before } = listAuditInput.parse(input);
  const { auditEntry } = context.db;
  const rows = await auditEntry.findMany({
    where: {
      ...(subjectType === undefined ? {} : { subjectType }),
      ...(action === undefined ? {} : { action }),
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  });
  const kinds = await auditEntry.groupBy({ by: ['subjectType', 'action'], orderBy: { action: 'asc' } });
  const page = rows.slice(0, pageSize);
  return {
    entries: page.map(({ id, at, actorName, via, requestId, ...row }) => ({
      id,
      at: at.toISOString(),
      actorName,
      via,
      action: row.action,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      details: Object.entries(details.parse(row.details)).map(([name, value]) => ({
        name,
        value: written(value),
      })),
      requestId,
    })),
    subjectTypes: [...new Set(kinds.map((kind) => kind.subjectType))].sort(),
    actions: kinds
      .filter((kind) => subjectType === undefined || kind.subjectType === subjectType)
      .map((kind) => kind.action),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** A list of words reads better without brackets. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  const words = z.array(z.string()).safeParse(value);
  return words.success ? words.data.join(', ') : JSON.stringify(value);
}
