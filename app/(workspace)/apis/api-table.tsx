import Link from 'next/link';

import { TimeAgo } from '../../_client/time-ago';
import { Badge } from '../../_ui/badge';
import { counted } from '../../_ui/counted';
import { Table, TableCell, TableRow } from '../../_ui/table';

import type { ApiSummary } from '#lib/features/apis/contract';

const columns = [
  { key: 'name', label: 'API' },
  { key: 'version', label: 'Newest version' },
  { key: 'operations', label: 'Endpoints', numeric: true },
  { key: 'diagnostics', label: 'Document' },
  { key: 'source', label: 'Source' },
  { key: 'published', label: 'Published' },
];

export function ApiTable({ apis }: { apis: ApiSummary[] }) {
  return (
    <Table caption="APIs" columns={columns}>
      {apis.map((api) => (
        <TableRow key={api.id}>
          <TableCell>
            <Link href={`/apis/${api.slug}`} className="font-medium text-accent hover:underline">
              {api.name}
            </Link>
            <p className="text-xs text-muted">{api.slug}</p>
          </TableCell>
          <TableCell>
            {api.latest === undefined ? (
              <span className="text-muted">none</span>
            ) : (
              <>
                {api.latest.label} <span className="text-muted">({api.versions})</span>
                <p className="text-xs text-muted">
                  {api.latest.dialect} · <TimeAgo at={api.latest.createdAt} />
                </p>
              </>
            )}
          </TableCell>
          <TableCell numeric>{api.latest?.operationCount ?? 0}</TableCell>
          <TableCell>
            <DocumentHealth errors={api.diagnostics.errors} warnings={api.diagnostics.warnings} />
          </TableCell>
          <TableCell>
            {api.connections.length === 0 ? (
              <span className="text-muted">pushed or by hand</span>
            ) : (
              api.connections.join(', ')
            )}
          </TableCell>
          <TableCell>
            {api.lastPublished === undefined ? (
              <span className="text-muted">never</span>
            ) : (
              <TimeAgo at={api.lastPublished} />
            )}
          </TableCell>
        </TableRow>
      ))}
    </Table>
  );
}

function DocumentHealth({ errors, warnings }: { errors: number; warnings: number }) {
  if (errors + warnings === 0) return <Badge tone="success">no findings</Badge>;
  return (
    <span className="flex gap-1.5">
      {errors > 0 ? <Badge tone="danger">{counted(errors, 'error')}</Badge> : null}
      {warnings > 0 ? <Badge tone="warning">{counted(warnings, 'warning')}</Badge> : null}
    </span>
  );
}
