'use client';

import type { KeyboardEvent, ReactNode } from 'react';

interface CodePaneProps {
  id: string;
  label: string;
  title: ReactNode;
  children: ReactNode;
}

/** A scrolling pane of code. With the focus in it, arrow keys go from line to line and light the other side. */
export function CodePane({ id, label, title, children }: CodePaneProps) {
  return (
    <section
      aria-label={label}
      className="flex h-full flex-col outline-accent has-[>div:focus-visible]:outline-2 has-[>div:focus-visible]:-outline-offset-2"
    >
      <header className="flex h-9 shrink-0 items-center gap-2 border-b px-3 text-sm">{title}</header>
      <div
        id={id}
        tabIndex={0}
        onKeyDown={moveByLine}
        className="isolate min-h-0 flex-1 overflow-auto bg-code py-2 font-mono text-xs leading-5 text-code-text outline-none"
      >
        {children}
      </div>
    </section>
  );
}

function moveByLine(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line-button]')];
  const at = lines.findIndex((line) => line === document.activeElement);
  const target = lines[at < 0 ? 0 : at + step];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}
