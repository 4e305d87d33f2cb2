'use client';

import { Badge } from '../../../_ui/badge';
import { useWorkspace } from '../_client/use-workspace';
import { GateBadges } from '../_parts/gate-badges';
import { InfoSection } from '../_parts/info-section';
import { gateTones, gateWords, reasonLabels, stateLabels } from '../_parts/labels';
import { StateIcon } from '../_parts/state-icon';

const why = {
  new: 'The case is new in this generation.',
  changed: 'The case changed since the generation before.',
  unchanged: 'The case is as it was in the generation before.',
};

export function WhySection() {
  const { view, current, operation } = useWorkspace();
  if (current === undefined || operation === undefined) return null;
  return (
    <InfoSection title="Why now">
      <p className="font-medium sm:hidden">{current.title}</p>
      <p className="text-muted">
        {why[current.change]}{' '}
        {operation.change === 'added' ? 'Its endpoint is new.' : operation.changes.join(' · ')}
      </p>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        <dt className="text-muted">State</dt>
        <dd className="flex flex-wrap items-center gap-1.5">
          <StateIcon state={current.state} size={14} />
          {stateLabels[current.state]}
          {current.decidedBy === undefined ? null : (
            <span className="text-muted">
              by {current.decidedBy}
              {current.carriedOver ? ', carried over' : ''}
            </span>
          )}
        </dd>
        {current.rejectReason === undefined ? null : (
          <>
            <dt className="text-muted">Reason</dt>
            <dd>
              {reasonLabels[current.rejectReason]}
              {current.rejectNote === undefined ? null : `: ${current.rejectNote}`}
            </dd>
          </>
        )}
        <dt className="text-muted">Rule</dt>
        <dd className="flex min-w-0 flex-wrap items-center gap-1.5">
          <Badge>{current.category}</Badge>
          <span className="truncate font-mono text-xs">{current.rule}</span>
        </dd>
        <dt className="text-muted">This file</dt>
        <dd>
          <Badge tone={gateTones[current.gate]}>gates {gateWords[current.gate]}</Badge>
        </dd>
        <dt className="text-muted">All files</dt>
        <dd>
          <GateBadges gates={view.gates} />
        </dd>
      </dl>
      {view.gates.detail === undefined ? null : <p className="text-xs text-muted">{view.gates.detail}</p>}
    </InfoSection>
  );
}
