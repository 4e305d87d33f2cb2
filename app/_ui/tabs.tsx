'use client';

import type { KeyboardEvent, ReactNode } from 'react';

import { classNames } from './class-names';

export interface Tab<Id extends string> {
  id: Id;
  label: ReactNode;
}

interface TabsProps<Id extends string> {
  /** What the tabs choose between. */
  label: string;
  tabs: readonly Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** Prefix of the ids of tabs and panels; the panel has `tabPanelProps(prefix, id)`. */
  prefix: string;
  stretch?: boolean;
}

/** Tabs with the keyboard of the WAI-ARIA pattern: arrows choose, Tab leaves. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, prefix, stretch }: TabsProps<Id>) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = tabs.findIndex((tab) => tab.id === selected);
    const target = tabs[(at + step + tabs.length) % tabs.length];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(target.id);
    document.getElementById(`${prefix}-tab-${target.id}`)?.focus();
  };

  return (
    <div role="tablist" aria-label={label} onKeyDown={onKeyDown} className="flex gap-1">
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${prefix}-tab-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={`${prefix}-panel-${tab.id}`}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => {
            onSelect(tab.id);
          }}
          className={classNames(
            'touch-target inline-flex h-9 items-center justify-center gap-1.5 border-b-2 px-3 text-sm font-medium transition-colors',
            stretch === true && 'flex-1',
            tab.id === selected
              ? 'border-accent text-text'
              : 'border-transparent text-muted hover:border-edge hover:text-text',
          )}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** What ties a panel to its tab for assistive technology. */
export function tabPanelProps(prefix: string, id: string) {
  return { role: 'tabpanel', id: `${prefix}-panel-${id}`, 'aria-labelledby': `${prefix}-tab-${id}` };
}
