import Link from 'next/link';

import { Badge } from '../../../_ui/badge';
import { LocalTime } from '../../../_ui/local-time';
import { TableCell, TableRow } from '../../../_ui/table';

import { kindWords, sizeOf, stateWords } from './words';

import { deliveryStates } from '#lib/features/system/contract';
import type { DeliveryDto } from '#lib/features/system/contract';

export function DeliveryRow({ delivery }: { delivery: DeliveryDto }) {
  const { connection, kind, event, title, bytes, error, version, generationId } = delivery;
  const state = deliveryStates.find((entry) => entry === delivery.state) ?? 'accepted';
  const words = stateWords[state];
  return (
    <TableRow>
      <TableCell>
        <LocalTime at={delivery.receivedAt} />
        <span className="block font-mono text-xs text-muted" title="Request id, as in the logs">
          {delivery.requestId.slice(0, 8)}
        </span>
      </TableCell>
      <TableCell>
        {connection.deleted ? (
          <span className="text-muted">{connection.name} (deleted)</span>
        ) : (
          <Link href={`/admin/connections/${connection.id}`} className="hover:underline">
            {connection.name}
          </Link>
        )}
      </TableCell>
      <TableCell>
        <span className="whitespace-nowrap">
          {kindWords[kind] ?? kind} <span className="text-muted">{sizeOf(bytes)}</span>
        </span>
        {event === null ? null : <span className="block font-mono text-xs text-muted">{event}</span>}
        {title === null ? null : (
          <span className="block max-w-72 text-xs [overflow-wrap:anywhere] text-muted">{title}</span>
        )}
      </TableCell>
      <TableCell>
        <Badge tone={words.tone} title={words.means}>
          {words.label}
        </Badge>
      </TableCell>
      <TableCell>
        {version === null ? null : (
          <Link href={`/apis/${version.apiSlug}`} className="hover:underline">
            {version.apiName}, version {version.number} ({version.label})
          </Link>
        )}
        {generationId === null ? null : (
          <Link href={`/review/${generationId}`} className="block text-accent hover:underline">
            Review the tests
          </Link>
        )}
        {error === null ? null : (
          <span className="block max-w-96 min-w-48 [overflow-wrap:anywhere] text-danger">{error}</span>
        )}
      </TableCell>
    </TableRow>
  );
}
