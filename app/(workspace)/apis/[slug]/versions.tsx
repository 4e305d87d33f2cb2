'use client';

import { useState } from 'react';

import { TimeAgo } from '../../../_client/time-ago';
import { Badge } from '../../../_ui/badge';
import { Card } from '../../../_ui/card';
import { classNames } from '../../../_ui/class-names';

import { DiagnosticList } from './diagnostic-list';
import { VersionChanges } from './version-changes';

import type { VersionRow } from '#lib/features/apis/contract';

/** The versions of a document; the chosen one with what it changed and what is wrong in it. */
export function Versions({ versions }: { versions: VersionRow[] }) {
  const [chosenId, choose] = useState(versions[0]?.id);
  const at = versions.findIndex((version) => version.id === chosenId);
  const chosen = versions[at];
  if (chosen === undefined) return null;
  const before = versions[at + 1];

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <Card title="Versions" flush>
        <ul className="max-h-96 overflow-y-auto p-1">
          {versions.map((version) => (
            <li key={version.id}>
              <button
                type="button"
                aria-pressed={version.id === chosen.id}
                onClick={() => {
                  choose(version.id);
                }}
                className={classNames(
                  'touch-target flex w-full flex-col gap-0.5 rounded-md px-3 py-2 text-left text-sm',
                  version.id === chosen.id ? 'bg-accent-soft' : 'hover:bg-hover',
                )}
              >
                <span className="flex items-center gap-2 font-medium">
                  {version.label}
                  <VersionMarks version={version} />
                </span>
                <span className="text-xs text-muted">
                  no. {version.number} · <TimeAgo at={version.createdAt} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <div className="flex min-w-0 flex-col gap-6">
        <Card
          title={
            before === undefined ? `Version ${chosen.label}` : `Version ${chosen.label} ← ${before.label}`
          }
          flush
        >
          <VersionChanges changes={chosen.changes} first={chosen.number === 1} />
        </Card>
        <Card title={`Findings in the document (${chosen.diagnosticCount})`} flush>
          <DiagnosticList diagnostics={chosen.diagnostics} total={chosen.diagnosticCount} />
        </Card>
      </div>
    </div>
  );
}

function VersionMarks({ version }: { version: VersionRow }) {
  const breaking = version.changes.filter((change) => change.breaking).length;
  if (breaking > 0) return <Badge tone="danger">{breaking} breaking</Badge>;
  return version.changes.length > 0 ? <Badge tone="warning">{version.changes.length} changed</Badge> : null;
}
