import { z } from 'zod';

import { publicationStates } from './contract';
import type { PublicationRow } from './contract';

import { defined } from '#lib/core/defined';
import type { Prisma } from '#lib/platform/db/client';

const stored = z.object({ state: z.enum(publicationStates), files: z.array(z.string()) });

export function publicationRow(row: Prisma.PublicationGetPayload<object>): PublicationRow {
  const { id, generationId, repository, branch, commit, caseCount, pullRequestText, error, requestedBy } =
    row;
  return defined({
    id,
    generationId,
    repository,
    branch,
    commit,
    caseCount,
    pullRequestText,
    error,
    requestedBy,
    ...stored.parse(row),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString(),
  });
}
