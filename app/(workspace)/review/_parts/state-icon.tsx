import { Circle, CircleCheck, CircleX } from 'lucide-react';

import { stateLabels } from './labels';

import type { CaseState } from '#lib/core/review/states';

const looks = {
  pending: { Icon: Circle, tone: 'text-muted' },
  approved: { Icon: CircleCheck, tone: 'text-success' },
  rejected: { Icon: CircleX, tone: 'text-danger' },
};

/** State by shape and colour, and by word for screen readers. */
export function StateIcon({ state, size = 16 }: { state: CaseState; size?: number }) {
  const { Icon, tone } = looks[state];
  return (
    <span className={`inline-flex shrink-0 ${tone}`}>
      <Icon size={size} aria-hidden />
      <span className="sr-only">{stateLabels[state]}:</span>
    </span>
  );
}
