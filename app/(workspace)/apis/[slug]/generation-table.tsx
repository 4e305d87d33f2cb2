import Link from 'next/link';

import { TimeAgo } from '../../../_client/time-ago';
import { Badge } from '../../../_ui/badge';
import { ProgressBar } from '../../../_ui/progress-bar';
import { Table, TableCell, TableRow } from '../../../_ui/table';
import { generationLabels } from '../../review/_parts/labels';

import type { GenerationRow } from '#lib/features/apis/contract';

const columns = [
  { key: 'number', label: 'Generation' },
  { key: 'version', label: 'Version' },
  { key: 'state', label: 'State' },
  { key: 'cases', label: 'Decided' },
  { key: 'at', label: 'When' },
];

export function GenerationTable({ generations }: { generations: GenerationRow[] }) {
  if (generations.length === 0)
    return <p className="p-4 text-sm text-muted">No tests have been generated yet.</p>;
  return (
    <Table caption="Generations" columns={columns}>
      {generations.map(({ id, number, state, versionLabel, createdAt, counts, error }) => (
        <TableRow key={id}>
          <TableCell>
            <Link href={`/review/${id}`} className="font-medium text-accent hover:underline">
              Generation {number}
            </Link>
          </TableCell>
          <TableCell>{versionLabel}</TableCell>
          <TableCell>
            <Badge tone={generationLabels[state].tone}>{generationLabels[state].label}</Badge>
            {error === undefined ? null : <p className="mt-1 max-w-md text-xs text-danger">{error}</p>}
          </TableCell>
          <TableCell>
            {counts.total === 0 ? (
              <span className="text-muted">no cases</span>
            ) : (
              <span className="flex max-w-56 items-center gap-3">
                <ProgressBar
                  label={`Decided of generation ${number}`}
                  total={counts.total}
                  value={counts.approved}
                  other={counts.rejected}
                  tells="verdicts"
                />
                <span className="whitespace-nowrap text-muted">
                  {counts.total - counts.pending}/{counts.total}
                </span>
              </span>
            )}
          </TableCell>
          <TableCell>
            <TimeAgo at={createdAt} />
          </TableCell>
        </TableRow>
      ))}
    </Table>
  );
}
