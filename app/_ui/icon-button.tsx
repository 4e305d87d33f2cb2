import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';
import { Tooltip } from './tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
  pressed?: boolean;
}

export function IconButton({ label, icon, shortcut, pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={classNames(
          'touch-target inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors',
          'hover:bg-hover hover:text-text disabled:pointer-events-none disabled:opacity-50',
          pressed === true && 'bg-accent-soft text-accent',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
