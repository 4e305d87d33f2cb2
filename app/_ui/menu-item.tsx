import type { ReactNode } from 'react';

import { classNames } from './class-names';

interface MenuItemProps {
  icon?: ReactNode;
  onSelect?: () => void;
  disabled?: boolean;
  tone?: 'neutral' | 'danger';
  /** Set on one of several that exclude each other. */
  checked?: boolean;
  /** `submit` inside a form, for an action that works without script. */
  type?: 'button' | 'submit';
  children: ReactNode;
}

export function MenuItem({
  icon,
  onSelect,
  disabled,
  tone = 'neutral',
  checked,
  type = 'button',
  children,
}: MenuItemProps) {
  return (
    <button
      type={type}
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      tabIndex={-1}
      disabled={disabled}
      onClick={onSelect}
      className={classNames(
        'touch-target flex w-full items-center gap-2 rounded-sm px-2 py-1.5 text-left text-sm outline-none',
        'hover:bg-hover focus:bg-hover disabled:opacity-50',
        tone === 'danger' && 'text-danger',
        checked === true && 'font-semibold text-accent',
      )}
    >
      {icon}
      {children}
    </button>
  );
}
