import { TriangleAlert } from 'lucide-react';

import { Badge } from '../../../_ui/badge';
import type { Tone } from '../../../_ui/badge';
import { Method } from '../../review/_parts/method';

import type { OperationChange } from '#lib/core/spec-diff/change';

const tones: Record<OperationChange['status'], Tone> = {
  added: 'accent',
  changed: 'warning',
  removed: 'danger',
};

/** What a version changed against the one before, breaking endpoints first. */
export function VersionChanges({ changes, first }: { changes: OperationChange[]; first: boolean }) {
  if (changes.length === 0) {
    return (
      <p className="p-4 text-sm text-muted">
        {first ? 'This is the first version: there is nothing to compare it with.' : 'No endpoint changed.'}
      </p>
    );
  }
  const ordered = [...changes].sort((a, b) => Number(b.breaking) - Number(a.breaking));
  return (
    <ul
      aria-label="Changed endpoints"
      tabIndex={0}
      className="max-h-[32rem] divide-y overflow-y-auto text-sm -outline-offset-2"
    >
      {ordered.map((operation) => (
        <li key={operation.id} className="flex flex-col gap-1.5 px-4 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <Method method={operation.method} />
            <span className="font-mono text-xs font-medium break-all">{operation.path}</span>
            <Badge tone={tones[operation.status]}>{operation.status}</Badge>
            {operation.breaking ? (
              <Badge tone="danger" icon={<TriangleAlert size={12} aria-hidden />}>
                breaking
              </Badge>
            ) : null}
          </p>
          <ul className="flex flex-col gap-0.5 pl-4">
            {operation.changes.map((change) => (
              <li key={change.message} className={change.breaking ? 'text-danger' : 'text-muted'}>
                {change.message}
                {change.breaking ? <span className="sr-only"> (breaking)</span> : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
