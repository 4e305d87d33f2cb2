import type { Prisma } from '../../platform/db/client';
import { requireUser } from '../context';
import type { Context } from '../context';

import { listDeliveriesInput, pageSize } from './contract';
import type { DeliveryDto, ListDeliveriesInput } from './contract';

/** Never the body: it may hold whatever a stranger's project holds. */
const select = {
  id: true,
  receivedAt: true,
  connection: { select: { id: true, name: true, deletedAt: true } },
  state: true,
  kind: true,
  event: true,
  title: true,
  bodyBytes: true,
  error: true,
  requestId: true,
  specVersion: {
    select: {
      number: true,
      label: true,
      api: { select: { name: true, slug: true } },
      generations: { select: { id: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  },
} satisfies Prisma.DeliverySelect;

/**
 * Webhook calls as received, newest first, a page at a time. Administrators only.
 * @returns `next`: what to pass as `after` for the following page
 * @throws AppError `forbidden`
 */
export async function listDeliveries(
  context: Context,
  input: ListDeliveriesInput,
): Promise<{ deliveries: DeliveryDto[]; next: string | null }> {
  requireUser(context, 'admin');
  const { state, connectionId, after } = listDeliveriesInput.parse(input);
  const rows = await context.db.delivery.findMany({
    where: {
      ...(state === undefined ? {} : { state }),
      ...(connectionId === undefined ? {} : { connectionId }),
    },
    select,
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });
  const page = rows.slice(0, pageSize);
  return {
    deliveries: page.map(toDeliveryDto),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

function toDeliveryDto(row: Prisma.DeliveryGetPayload<{ select: typeof select }>): DeliveryDto {
  const { receivedAt, connection, bodyBytes, specVersion, ...rest } = row;
  return {
    ...rest,
    receivedAt: receivedAt.toISOString(),
    bytes: bodyBytes,
    connection: { id: connection.id, name: connection.name, deleted: connection.deletedAt !== null },
    version:
      specVersion === null
        ? null
        : {
            apiName: specVersion.api.name,
            apiSlug: specVersion.api.slug,
            number: specVersion.number,
            label: specVersion.label,
          },
    generationId: specVersion?.generations[0]?.id ?? null,
  };
}
