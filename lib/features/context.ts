import { AppError } from '../core/errors';
import type { AuditRecord } from '../platform/db/audit';
import type { Database } from '../platform/db/client';
import type { Logger } from '../platform/observability/logger';

/** Who acts. The record in the database decides what they may do, not the session. */
export type Actor =
  | { kind: 'user'; id: string; name: string; email: string; role: Role; via: 'web' | 'cli' | 'api' }
  | { kind: 'system'; name: string };

export const roles = ['reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** What every use case gets besides its own argument. */
export interface Context {
  db: Database;
  actor: Actor;
  clock: () => Date;
  log: Logger;
  requestId: string;
}

export type UserActor = Extract<Actor, { kind: 'user' }>;

/**
 * The signed-in person; roles are checked against the actor that was loaded from the stored record of this request.
 * @throws AppError `unauthenticated` or `forbidden`
 */
export function requireUser(context: Context, role: Role = 'reviewer'): UserActor {
  const { actor } = context;
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'Sign in to do this.');
  if (role === 'admin' && actor.role !== 'admin') {
    throw new AppError('forbidden', 'Only an administrator may do this.', {
      advice: 'Ask an administrator of this installation.',
    });
  }
  return actor;
}

/** The actor's part of an audit record. */
export function auditActor(
  context: Context,
): Pick<AuditRecord, 'actorId' | 'actorName' | 'via' | 'requestId'> {
  const { actor, requestId } = context;
  return actor.kind === 'user'
    ? { actorId: actor.id, actorName: actor.name, via: actor.via, requestId }
    : { actorName: actor.name, via: 'system', requestId };
}
