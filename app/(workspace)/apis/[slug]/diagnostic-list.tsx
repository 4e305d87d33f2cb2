import { Badge } from '../../../_ui/badge';
import type { Tone } from '../../../_ui/badge';

import type { Diagnostic } from '#lib/core/diagnostics';

const tones: Record<Diagnostic['severity'], Tone> = { error: 'danger', warning: 'warning', info: 'neutral' };
const weights: Record<Diagnostic['severity'], number> = { error: 0, warning: 1, info: 2 };

/** Trouble in the document with its place and what to do; generation goes on with what is sound. */
export function DiagnosticList({ diagnostics, total }: { diagnostics: Diagnostic[]; total: number }) {
  if (diagnostics.length === 0)
    return <p className="p-4 text-sm text-muted">Nothing was found wrong in it.</p>;
  const ordered = [...diagnostics].sort((a, b) => weights[a.severity] - weights[b.severity]);
  return (
    <>
      <ul
        aria-label="Findings"
        tabIndex={0}
        className="max-h-96 divide-y overflow-y-auto text-sm -outline-offset-2"
      >
        {ordered.map((entry, index) => (
          <li key={index} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3 px-4 py-2.5">
            <span>
              <Badge tone={tones[entry.severity]}>{entry.severity}</Badge>
            </span>
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <p>{entry.message}</p>
              {entry.advice === undefined ? null : <p className="text-muted">{entry.advice}</p>}
              <p className="font-mono text-xs text-muted">
                {entry.line === undefined ? '' : `line ${entry.line} · `}
                {entry.source.file === '' ? '' : `${entry.source.file} `}#{entry.source.pointer}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {total > diagnostics.length ? (
        <p className="border-t px-4 py-2 text-sm text-muted">
          {total - diagnostics.length} more are not shown; the command line prints all: npx ai-test-gen lint.
        </p>
      ) : null}
    </>
  );
}
