'use client';

import { X } from 'lucide-react';

import { Button } from '../../../_ui/button';
import { counted } from '../../../_ui/counted';
import { IconButton } from '../../../_ui/icon-button';
import { rejectCases, selectedCases } from '../_client/commands';
import { useWorkspace } from '../_client/use-workspace';
import { emptySelection } from '../_model/selection';

/** Decides what is pending of the selected cases. */
export function SelectionBar() {
  const workspace = useWorkspace();
  const { dispatch, decisions } = workspace;
  const selected = selectedCases(workspace);
  const clear = () => {
    dispatch({ type: 'select', selection: emptySelection });
  };
  return (
    <div
      role="group"
      aria-label="Selected cases"
      className="flex items-center gap-1 border-b bg-accent-soft px-2 py-1.5"
    >
      <span className="min-w-0 flex-1 truncate text-sm font-medium">{selected.length} selected</span>
      <Button
        size="sm"
        tone="success"
        aria-label="Approve selected"
        onClick={() => {
          decisions.decide({ verdict: 'approve', cases: selected, pendingOnly: true });
          clear();
        }}
      >
        Approve
      </Button>
      <Button
        size="sm"
        tone="danger"
        aria-label="Reject selected"
        onClick={() => {
          rejectCases(workspace, selected, counted(selected.length, 'selected case'), true);
        }}
      >
        Reject
      </Button>
      <IconButton label="Clear selection" icon={<X size={14} aria-hidden />} onClick={clear} />
    </div>
  );
}
