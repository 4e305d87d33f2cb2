import { z } from 'zod';

import { providers, signatureModes } from '../../core/connections';
import type { Prisma } from '../../platform/db/client';

import type { ConnectionDto } from './contract';

/** What the screens may know: no cipher leaves the database through here. */
export const connectionSelect = {
  id: true,
  key: true,
  name: true,
  provider: true,
  isDefault: true,
  api: { select: { id: true, name: true, slug: true } },
  signatureMode: true,
  signatureHeader: true,
  previousUntil: true,
  baseUrl: true,
  projectId: true,
  branchId: true,
  moduleId: true,
  tokenLast4: true,
  allowedHosts: true,
  allowPrivate: true,
  pollMinutes: true,
  lastPulledAt: true,
  lastError: true,
  createdAt: true,
  deliveries: { select: { receivedAt: true, state: true }, orderBy: { receivedAt: 'desc' }, take: 1 },
} satisfies Prisma.ConnectionSelect;

type ConnectionRow = Prisma.ConnectionGetPayload<{ select: typeof connectionSelect }>;

const stored = z.object({
  provider: z.enum(providers),
  signatureMode: z.enum(signatureModes),
  allowedHosts: z.array(z.string()),
});

/** @param publicUrl where people and senders reach this installation */
export function toConnectionDto(row: ConnectionRow, publicUrl: string, now: Date): ConnectionDto {
  const { key, deliveries, previousUntil, lastPulledAt, createdAt, ...rest } = row;
  const last = deliveries[0];
  return {
    ...rest,
    ...stored.parse(row),
    webhookUrl: `${publicUrl}/api/webhook/apifox?c=${encodeURIComponent(key)}`,
    previousUntil: previousUntil !== null && previousUntil > now ? previousUntil.toISOString() : null,
    lastPulledAt: lastPulledAt?.toISOString() ?? null,
    lastDelivery:
      last === undefined ? null : { receivedAt: last.receivedAt.toISOString(), state: last.state },
    createdAt: createdAt.toISOString(),
  };
}
