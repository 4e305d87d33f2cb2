import { z } from 'zod';

/** Browser-safe: what the screens of deliveries, jobs and the audit log get. */

export const deliveryStates = ['accepted', 'waiting', 'processed', 'unchanged', 'failed'] as const;
export const pageSize = 50;

export const listDeliveriesInput = z.object({
  state: z.enum(deliveryStates).optional().catch(undefined),
  connectionId: z.string().min(1).optional().catch(undefined),
  /** The last delivery of the page before. */
  after: z.string().min(1).optional().catch(undefined),
});
export type ListDeliveriesInput = z.input<typeof listDeliveriesInput>;

export interface DeliveryDto {
  id: string;
  receivedAt: string;
  connection: { id: string; name: string; deleted: boolean };
  state: string;
  kind: string;
  event: string | null;
  title: string | null;
  bytes: number;
  error: string | null;
  requestId: string;
  /** What came of it. */
  version: { apiName: string; apiSlug: string; number: number; label: string } | null;
  generationId: string | null;
}

export interface JobDto {
  id: string;
  name: string;
  state: string;
  /** Names and ids only. */
  payload: Record<string, string>;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  runAt: string;
  finishedAt: string | null;
}

export interface JobsDto {
  counts: { queued: number; running: number; dead: number };
  /** Given up after all attempts, newest first. */
  dead: JobDto[];
  /** At work or next in line. */
  active: JobDto[];
}

export const jobInput = z.object({ jobId: z.string().min(1) });

export const listAuditInput = z.object({
  subjectType: z.string().min(1).max(100).optional().catch(undefined),
  action: z.string().min(1).max(100).optional().catch(undefined),
  subjectId: z.string().min(1).max(200).optional().catch(undefined),
  /** Entries before this id. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type ListAuditInput = z.input<typeof listAuditInput>;

export interface AuditDto {
  id: number;
  at: string;
  actorName: string;
  via: string;
  action: string;
  subjectType: string;
  subjectId: string;
  /** Written out, for people. */
  details: { name: string; value: string }[];
  requestId: string | null;
}
