import { Check, CircleDashed, X } from 'lucide-react';

import { Badge } from '../../../_ui/badge';

import { gateLabels, gateTones, gateWords } from './labels';

import type { GateStatus, GateSummary } from '#lib/features/reviews/contract';

const icons: Record<GateStatus, typeof Check> = { passed: Check, failed: X, 'not-run': CircleDashed };

/** The stored result of each gate; what did not run says so. */
export function GateBadges({ gates }: { gates: GateSummary }) {
  return (
    <ul aria-label="Gates" className="flex flex-wrap items-center gap-1.5">
      {gateLabels.map(({ gate, label, means }) => {
        const status = gates[gate] ?? 'not-run';
        const Icon = icons[status];
        return (
          <li key={gate}>
            <Badge
              tone={gateTones[status]}
              icon={<Icon size={12} aria-hidden />}
              title={`${means}: ${gateWords[status]}`}
            >
              {label}
              <span className={status === 'passed' ? 'sr-only' : ''}>{gateWords[status]}</span>
            </Badge>
          </li>
        );
      })}
    </ul>
  );
}
