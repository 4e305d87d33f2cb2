import type { Prisma, Transaction } from './client';

export interface AuditRecord {
  actorId?: string;
  actorName: string;
  via: 'web' | 'cli' | 'api' | 'system';
  /** Noun and verb, e.g. `case.approve`, `connection.rotate-secret`. */
  action: string;
  subjectType: string;
  subjectId: string;
  apiId?: string;
  /** Facts for the reader: never a secret. */
  details?: Prisma.InputJsonObject;
  requestId?: string;
}

/** Writes who did what, in the transaction of the change itself. */
export async function writeAudit(tx: Transaction, record: AuditRecord): Promise<void> {
  await tx.auditEntry.create({ data: { ...record, details: record.details ?? {} } });
}
