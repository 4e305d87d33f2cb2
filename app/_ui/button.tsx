import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';

export type ButtonTone = 'primary' | 'neutral' | 'quiet' | 'success' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent-fill text-white border-transparent hover:bg-accent-fill-hover',
  neutral: 'bg-surface text-text border-border hover:bg-hover shadow-raised',
  quiet: 'bg-transparent text-text border-transparent hover:bg-hover',
  success: 'bg-success-fill text-white border-transparent hover:bg-success-fill-hover',
  danger: 'bg-surface text-danger border-border hover:bg-danger-soft shadow-raised',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 px-2 text-sm gap-1',
  md: 'h-8 px-3 text-sm gap-1.5',
  lg: 'h-11 px-4 text-base gap-2',
};

/** The look of a button, for links that look like one. */
export function buttonClass(tone: ButtonTone = 'neutral', size: ButtonSize = 'md'): string {
  return classNames(
    'touch-target inline-flex items-center justify-center rounded-md border font-medium whitespace-nowrap select-none',
    'transition-colors disabled:opacity-50 disabled:pointer-events-none',
    tones[tone],
    sizes[size],
  );
}

interface ButtonProps extends ComponentProps<'button'> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Shows that the press is being worked on; the label stays, so the width does not jump. */
  busy?: boolean;
}

export function Button({
  tone = 'neutral',
  size = 'md',
  icon,
  busy = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      {...rest}
      disabled={rest.disabled === true || busy}
      className={classNames(buttonClass(tone, size), busy && 'animate-skeleton', className)}
    >
      {icon}
      {children}
    </button>
  );
}
