'use client';

import { Check, ChevronLeft, GitBranch, Keyboard, ListChecks, X } from 'lucide-react';
import Link from 'next/link';

import { Badge } from '../../../_ui/badge';
import { Button } from '../../../_ui/button';
import { IconButton } from '../../../_ui/icon-button';
import { Menu } from '../../../_ui/menu';
import { MenuItem } from '../../../_ui/menu-item';
import { approveGroup, pendingOf, rejectCases } from '../_client/commands';
import { useWorkspace } from '../_client/use-workspace';

import { ReviewProgress } from './review-progress';

export function WorkspaceHeader() {
  const workspace = useWorkspace();
  const { view, dispatch } = workspace;
  const { api, spec } = view;
  const pending = pendingOf(view.cases);
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b bg-surface px-2 py-2 min-[900px]:px-4">
      <div className="flex min-w-0 items-center gap-2">
        <Link
          href="/review"
          aria-label="Back to the review queue"
          className="touch-target inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
        >
          <ChevronLeft size={18} aria-hidden />
        </Link>
        <Link href={`/apis/${api.slug}`} className="truncate text-lg font-semibold hover:text-accent">
          {api.name}
        </Link>
        <span className="text-sm whitespace-nowrap text-muted">
          {spec.label}
          {spec.previousLabel === undefined ? null : (
            <>
              <span aria-label="after"> ← </span>
              {spec.previousLabel}
            </>
          )}
        </span>
        <OperationMarks />
      </div>
      <ReviewProgress />
      <div className="ml-auto flex items-center gap-1">
        <IconButton
          label="Keys"
          shortcut="?"
          icon={<Keyboard size={18} aria-hidden />}
          className="pointer-coarse:hidden"
          onClick={() => {
            dispatch({ type: 'dialog', dialog: { kind: 'help' } });
          }}
        />
        <Menu label="Decide the whole API" trigger={<ListChecks size={18} aria-hidden />}>
          <MenuItem
            icon={<Check size={16} aria-hidden />}
            disabled={pending.length === 0}
            onSelect={() => {
              approveGroup(workspace);
            }}
          >
            Approve all {pending.length} undecided
          </MenuItem>
          <MenuItem
            icon={<X size={16} aria-hidden />}
            tone="danger"
            disabled={pending.length === 0}
            onSelect={() => {
              rejectCases(workspace, pending, `all ${pending.length} undecided cases of ${api.name}`, true);
            }}
          >
            Reject all {pending.length} undecided…
          </MenuItem>
        </Menu>
        <Button
          tone="primary"
          icon={<GitBranch size={16} aria-hidden />}
          onClick={() => {
            dispatch({ type: 'dialog', dialog: { kind: 'publish' } });
          }}
        >
          Publish
        </Button>
      </div>
    </header>
  );
}

/** How many endpoints this version touches. */
function OperationMarks() {
  const { operations } = useWorkspace().view;
  const added = operations.filter((entry) => entry.change === 'added').length;
  const changed = operations.filter((entry) => entry.change === 'changed').length;
  const breaking = operations.filter((entry) => entry.breaking).length;
  return (
    <span className="flex gap-1.5 max-lg:hidden">
      {added > 0 ? <Badge tone="accent">{added} new</Badge> : null}
      {changed > 0 ? <Badge tone="warning">{changed} changed</Badge> : null}
      {breaking > 0 ? <Badge tone="danger">{breaking} breaking</Badge> : null}
    </span>
  );
}
