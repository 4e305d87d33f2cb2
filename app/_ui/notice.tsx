import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import type { Tone } from './badge';
import { classNames } from './class-names';

const looks: Record<Tone, { box: string; icon: ReactNode }> = {
  neutral: { box: 'bg-sunken text-text', icon: <Info size={16} aria-hidden /> },
  accent: { box: 'bg-accent-soft text-accent', icon: <Info size={16} aria-hidden /> },
  success: { box: 'bg-success-soft text-success', icon: <CircleCheck size={16} aria-hidden /> },
  danger: { box: 'bg-danger-soft text-danger', icon: <CircleAlert size={16} aria-hidden /> },
  warning: { box: 'bg-warning-soft text-warning', icon: <TriangleAlert size={16} aria-hidden /> },
};

interface NoticeProps {
  tone?: Tone;
  children: ReactNode;
  actions?: ReactNode;
}

/** A sentence that stays on the page, in place. */
export function Notice({ tone = 'neutral', children, actions }: NoticeProps) {
  const look = looks[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames('flex items-start gap-2 rounded-md px-3 py-2 text-sm', look.box)}
    >
      <span className="mt-0.5 shrink-0">{look.icon}</span>
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">{children}</div>
      {actions}
    </div>
  );
}
