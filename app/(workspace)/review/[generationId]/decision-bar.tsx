'use client';

import { Check, ChevronDown, ChevronUp, RotateCcw, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { Button } from '../../../_ui/button';
import { IconButton } from '../../../_ui/icon-button';
import { Kbd } from '../../../_ui/kbd';
import { useWorkspace } from '../_client/use-workspace';
import type { Command } from '../_model/shortcuts';
import { stateLabels } from '../_parts/labels';
import { StateIcon } from '../_parts/state-icon';

/** Always in reach: what is open and its decision. On a narrow screen it lies under the thumb. */
export function DecisionBar({ commands }: { commands: Record<Command, () => void> }) {
  const { current, decisions } = useWorkspace();
  if (current === undefined) return null;
  return (
    <div
      role="toolbar"
      aria-label="Decision"
      className="flex shrink-0 items-center gap-2 border-t bg-surface px-2 py-2 min-[900px]:px-4"
    >
      <IconButton
        label="Previous case"
        icon={<ChevronUp size={18} aria-hidden />}
        onClick={commands.previous}
        className="max-[899px]:size-11"
      />
      <IconButton
        label="Next case"
        icon={<ChevronDown size={18} aria-hidden />}
        onClick={commands.next}
        className="max-[899px]:size-11"
      />
      <p className="flex min-w-0 flex-1 items-center gap-2 text-sm max-sm:hidden">
        <StateIcon state={current.state} />
        <span className="min-w-0 truncate font-medium">{current.title}</span>
        <span className="whitespace-nowrap text-muted max-lg:hidden">
          {stateLabels[current.state]}
          {current.decidedBy === undefined ? '' : ` by ${current.decidedBy}`}
        </span>
      </p>
      <div className="ml-auto flex items-center gap-2 max-sm:flex-1">
        {decisions.canUndo ? (
          <Button
            tone="quiet"
            size="lg"
            icon={<Undo2 size={16} aria-hidden />}
            onClick={commands.undo}
            className={sizes}
          >
            <span className="max-lg:sr-only">Undo</span> <Kbd>u</Kbd>
          </Button>
        ) : null}
        {current.state === 'rejected' ? (
          <DecisionButton
            tone="neutral"
            icon={<RotateCcw size={16} aria-hidden />}
            shortcut="d"
            onClick={commands.reject}
          >
            Reopen
          </DecisionButton>
        ) : (
          <DecisionButton
            tone="danger"
            icon={<X size={16} aria-hidden />}
            shortcut="d"
            onClick={commands.reject}
          >
            Reject
          </DecisionButton>
        )}
        {current.state === 'approved' ? (
          <DecisionButton
            tone="neutral"
            icon={<RotateCcw size={16} aria-hidden />}
            shortcut="a"
            onClick={commands.approve}
          >
            Reopen
          </DecisionButton>
        ) : (
          <DecisionButton
            tone="success"
            icon={<Check size={16} aria-hidden />}
            shortcut="a"
            onClick={commands.approve}
          >
            Approve
          </DecisionButton>
        )}
      </div>
    </div>
  );
}

/** Tall where a thumb presses, compact where a pointer does. */
const sizes =
  'min-[900px]:pointer-fine:h-8 min-[900px]:pointer-fine:px-3 min-[900px]:pointer-fine:text-sm max-sm:flex-1';

interface DecisionButtonProps {
  tone: 'success' | 'danger' | 'neutral';
  icon: ReactNode;
  shortcut: string;
  onClick: () => void;
  children: string;
}

function DecisionButton({ shortcut, children, ...rest }: DecisionButtonProps) {
  return (
    <Button size="lg" aria-label={children} aria-keyshortcuts={shortcut} className={sizes} {...rest}>
      {children} <Kbd>{shortcut}</Kbd>
    </Button>
  );
}
