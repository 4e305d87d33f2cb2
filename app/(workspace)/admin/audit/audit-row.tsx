import Link from 'next/link';

import { LocalTime } from '../../../_ui/local-time';
import { TableCell, TableRow } from '../../../_ui/table';

import type { AuditDto } from '#lib/features/system/contract';

/** Beyond this a value is folded. */
const longValue = 120;

export function AuditRow({ entry }: { entry: AuditDto }) {
  const { at, actorName, via, action, subjectType, subjectId, details } = entry;
  const history = `/admin/audit?${new URLSearchParams({ subject: subjectType, id: subjectId }).toString()}`;
  return (
    <TableRow>
      <TableCell>
        <LocalTime at={at} />
      </TableCell>
      <TableCell>
        {actorName}
        <span className="block text-xs text-muted">{via}</span>
      </TableCell>
      <TableCell>
        <span className="font-mono text-xs">{action}</span>
        <Link
          href={history}
          title="All entries of this record"
          className="block max-w-48 truncate font-mono text-xs text-muted hover:underline"
        >
          {subjectId}
        </Link>
      </TableCell>
      <TableCell>
        <dl className="flex max-w-xl min-w-56 flex-col gap-0.5 text-xs">
          {details.map(({ name, value }) => (
            <div key={name} className="flex gap-2">
              <dt className="shrink-0 text-muted">{name}</dt>
              <dd className="min-w-0 [overflow-wrap:anywhere]">
                {value.length <= longValue ? (
                  value
                ) : (
                  <details>
                    <summary>{value.slice(0, longValue)} …</summary>
                    {value.slice(longValue)}
                  </details>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </TableCell>
    </TableRow>
  );
}
