import { requireUser } from '../context';
import type { Context } from '../context';

import { listPublicationsInput } from './contract';
import type { ListPublicationsInput, PublicationRow } from './contract';
import { publicationRow } from './rows';

import { defined } from '#lib/core/defined';
import { parseInput } from '#lib/core/parse-input';

/**
 * Publications of a generation, an API or all, newest first.
 * @throws AppError `unauthenticated` or `invalid_input`
 */
export async function listPublications(
  context: Context,
  input: ListPublicationsInput,
): Promise<PublicationRow[]> {
  requireUser(context);
  const { apiId, generationId, limit } = parseInput(listPublicationsInput, input);
  const rows = await context.db.publication.findMany({
    where: defined({ apiId, generationId }),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(publicationRow);
}
