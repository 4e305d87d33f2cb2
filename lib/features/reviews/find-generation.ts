import { requireUser } from '../context';
import type { Context } from '../context';

import { AppError } from '#lib/core/errors';

/**
 * The generation that somebody means: its id, an API's slug (the newest that is ready), or slug and number as in
 * `orders/3`.
 * @throws AppError `unauthenticated`, or `not_found` with what can be named
 */
export async function findGeneration(
  context: Context,
  { reference }: { reference: string },
): Promise<{ id: string; number: number; api: { slug: string; name: string } }> {
  requireUser(context);
  const { generation } = context.db;
  const select = { id: true, number: true, api: { select: { slug: true, name: true } } } as const;
  const [slug = '', number] = reference.split('/');
  const found =
    (await generation.findUnique({ where: { id: reference }, select })) ??
    (await generation.findFirst({
      where: {
        api: { slug, archivedAt: null },
        ...(number === undefined
          ? { state: 'ready' }
          : { number: /^\d{1,9}$/.test(number) ? Number(number) : -1 }),
      },
      select,
      orderBy: { number: 'desc' },
    }));
  if (found !== null) return found;
  throw new AppError('not_found', `There is no generation ${JSON.stringify(reference)} to review.`, {
    advice:
      'Name its id, an API such as "orders", or an API and a number such as "orders/3": see "review list".',
  });
}
