import { Badge } from '../../../_ui/badge';
import { LocalTime } from '../../../_ui/local-time';
import { TableCell, TableRow } from '../../../_ui/table';

import { jobWords } from './words';

import type { JobDto } from '#lib/features/system/contract';

export function ActiveJobRow({ job }: { job: JobDto }) {
  const { name, state, attempts, maxAttempts, runAt, lastError } = job;
  return (
    <TableRow>
      <TableCell>
        {jobWords[name] ?? name}
        <span className="block font-mono text-xs text-muted">{name}</span>
      </TableCell>
      <TableCell>
        <Badge tone={state === 'running' ? 'accent' : 'neutral'}>
          {state === 'running' ? 'Running' : 'Waiting'}
        </Badge>
      </TableCell>
      <TableCell>
        {attempts} of {maxAttempts}
      </TableCell>
      <TableCell>
        <LocalTime at={runAt} />
      </TableCell>
      <TableCell>
        {lastError === null ? null : (
          <span className="block max-w-96 [overflow-wrap:anywhere] text-muted">{lastError}</span>
        )}
      </TableCell>
    </TableRow>
  );
}
