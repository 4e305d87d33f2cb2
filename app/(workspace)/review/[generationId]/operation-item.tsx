'use client';

import { Check, ChevronRight, Ellipsis, X } from 'lucide-react';

import { classNames } from '../../../_ui/class-names';
import { counted } from '../../../_ui/counted';
import { Menu } from '../../../_ui/menu';
import { MenuItem } from '../../../_ui/menu-item';
import { approveGroup, pendingOf, rejectCases } from '../_client/commands';
import { useWorkspace } from '../_client/use-workspace';
import type { CaseGroup } from '../_model/case-list';
import { Method } from '../_parts/method';

/** The row of an endpoint: fold it, see how far it is, decide what is pending of it. */
export function OperationItem({ group, folded }: { group: CaseGroup; folded: boolean }) {
  const workspace = useWorkspace();
  const { operation, all } = group;
  const pending = pendingOf(all);
  const name = `${operation.method.toUpperCase()} ${operation.path}`;

  return (
    <div className="flex h-full items-center gap-1 border-t bg-canvas pr-1 pl-2">
      <button
        type="button"
        aria-expanded={!folded}
        title={operation.summary === undefined ? name : `${name}: ${operation.summary}`}
        onClick={() => {
          workspace.dispatch({ type: 'fold', operationId: operation.id });
        }}
        className="flex h-full min-w-0 flex-1 items-center gap-1.5 text-left text-sm"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={classNames('shrink-0 text-muted transition-transform', !folded && 'rotate-90')}
        />
        <Method method={operation.method} />
        <span className="min-w-0 flex-1 truncate font-mono text-xs font-medium">{operation.path}</span>
        {operation.breaking ? <Dot className="bg-danger" title="breaking change" /> : null}
        {!operation.breaking && operation.change !== 'unchanged' ? (
          <Dot
            className="bg-warning"
            title={operation.change === 'added' ? 'new endpoint' : 'changed endpoint'}
          />
        ) : null}
        <span
          className={classNames(
            'shrink-0 text-xs',
            pending.length === 0 ? 'font-medium text-success' : 'text-muted',
          )}
        >
          {all.length - pending.length}/{all.length}
          <span className="sr-only"> decided</span>
        </span>
      </button>
      <Menu label={`Decide ${name}`} trigger={<Ellipsis size={16} aria-hidden />}>
        <MenuItem
          icon={<Check size={16} aria-hidden />}
          disabled={pending.length === 0}
          onSelect={() => {
            approveGroup(workspace, operation.id);
          }}
        >
          Approve {pending.length} undecided
        </MenuItem>
        <MenuItem
          icon={<X size={16} aria-hidden />}
          tone="danger"
          disabled={pending.length === 0}
          onSelect={() => {
            rejectCases(workspace, pending, `${counted(pending.length, 'undecided case')} of ${name}`, true);
          }}
        >
          Reject {pending.length} undecided…
        </MenuItem>
      </Menu>
    </div>
  );
}

function Dot({ className, title }: { className: string; title: string }) {
  return (
    <span title={title} className={classNames('size-2 shrink-0 rounded-full', className)}>
      <span className="sr-only">{title}</span>
    </span>
  );
}
