import type { ReactNode } from 'react';

import { Kbd } from './kbd';

interface TooltipProps {
  text: string;
  shortcut?: string;
  side?: 'above' | 'below';
  children: ReactNode;
}

/** A visible hint on hover and keyboard focus. It repeats the accessible name, so it is hidden from screen readers. */
export function Tooltip({ text, shortcut, side = 'below', children }: TooltipProps) {
  const place = side === 'below' ? 'top-full mt-1.5' : 'bottom-full mb-1.5';
  return (
    <span className="group/tip relative inline-flex">
      {children}
      <span
        aria-hidden
        className={`pointer-events-none absolute left-1/2 z-50 hidden -translate-x-1/2 items-center gap-1.5 rounded-sm bg-text px-2 py-1 text-xs whitespace-nowrap text-canvas shadow-overlay group-hover/tip:flex group-has-[:focus-visible]/tip:flex ${place}`}
      >
        {text}
        {shortcut === undefined ? null : <Kbd inverted>{shortcut}</Kbd>}
      </span>
    </span>
  );
}
