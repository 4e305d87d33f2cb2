'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

interface MenuProps {
  /** Accessible name of the button that opens it. */
  label: string;
  trigger: ReactNode;
  triggerClass?: string;
  children: ReactNode;
}

/**
 * A menu button (WAI-ARIA pattern): arrows, Home and End move, Escape and a press outside close. The menu is a popover,
 * so that no scrolling list cuts it off.
 */
export function Menu({ label, trigger, triggerClass, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    const anchor = button.current;
    if (!open || element === null || anchor === null) return;
    element.showPopover();
    place(element, anchor);
    items(element)[0]?.focus();
    const outside = (event: PointerEvent) => {
      const inside =
        event.target instanceof Node && (element.contains(event.target) || anchor.contains(event.target));
      if (!inside) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false);
      button.current?.focus();
      if (event.key === 'Escape') event.preventDefault();
      return;
    }
    const target = nextItem(items(menu.current), event.key);
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        title={label}
        onClick={() => {
          setOpen(!open);
        }}
        className={
          triggerClass ??
          'touch-target inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text'
        }
      >
        {trigger}
      </button>
      {open ? (
        <div
          ref={menu}
          popover="manual"
          role="menu"
          aria-label={label}
          onKeyDown={onKeyDown}
          onClick={() => {
            setOpen(false);
            button.current?.focus();
          }}
          className="fixed inset-auto m-0 min-w-52 animate-appear rounded-md border bg-raised p-1 text-text shadow-overlay"
        >
          {children}
        </div>
      ) : null}
    </>
  );
}

/** Under the button and flush with its right edge; above, or further right, where that leaves the screen. */
function place(menu: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect();
  const gap = 4;
  const below = box.bottom + gap;
  const fits = below + menu.offsetHeight <= window.innerHeight;
  menu.style.top = `${fits ? below : Math.max(gap, box.top - gap - menu.offsetHeight)}px`;
  menu.style.left = `${Math.max(gap, box.right - menu.offsetWidth)}px`;
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
