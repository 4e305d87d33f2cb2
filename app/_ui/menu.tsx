'use client';

import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

import { classNames } from './class-names';

interface MenuProps {
  /** Accessible name of the button that opens it. */
  label: string;
  trigger: ReactNode;
  triggerClass?: string;
  align?: 'left' | 'right';
  children: ReactNode;
}

/** A menu button (WAI-ARIA pattern): arrows, Home and End move, Escape and a press outside close. */
export function Menu({ label, trigger, triggerClass, align = 'right', children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    items(root.current)[0]?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false);
      button.current?.focus();
      if (event.key === 'Escape') event.preventDefault();
      return;
    }
    const target = nextItem(items(root.current), event.key);
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <div ref={root} className="relative inline-flex" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
        className={
          triggerClass ??
          'touch-target inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text'
        }
      >
        {trigger}
      </button>
      {open ? (
        <div
          role="menu"
          aria-label={label}
          onClick={() => {
            setOpen(false);
          }}
          className={classNames(
            'absolute top-full z-40 mt-1 min-w-52 animate-appear rounded-md border bg-raised p-1 shadow-overlay',
            align === 'right' ? 'right-0' : 'left-0',
          )}
        >
          {children}
        </div>
      ) : null}
    </div>
  );
}

function items(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
}

function nextItem(list: HTMLElement[], key: string): HTMLElement | undefined {
  const at = list.findIndex((item) => item === document.activeElement);
  if (key === 'ArrowDown') return list[(at + 1) % list.length];
  if (key === 'ArrowUp') return list[(at - 1 + list.length) % list.length];
  if (key === 'Home') return list[0];
  if (key === 'End') return list.at(-1);
  return undefined;
}
