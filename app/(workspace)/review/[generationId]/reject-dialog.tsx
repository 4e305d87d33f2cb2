'use client';

import { useState } from 'react';

import { Button } from '../../../_ui/button';
import { classNames } from '../../../_ui/class-names';
import { Dialog } from '../../../_ui/dialog';
import { Kbd } from '../../../_ui/kbd';
import { TextArea } from '../../../_ui/text-field';
import { useWorkspace } from '../_client/use-workspace';
import { nextPending } from '../_model/movement';
import { emptySelection } from '../_model/selection';
import type { WorkspaceDialog } from '../_model/workspace-state';
import { reasonLabels } from '../_parts/labels';

import { rejectReasons } from '#lib/core/review/states';
import type { RejectReason } from '#lib/core/review/states';

/** A rejection with its reason: `1` to `7` choose, Enter rejects. */
export function RejectDialog() {
  const { state, dispatch } = useWorkspace();
  const dialog = state.dialog?.kind === 'reject' ? state.dialog : undefined;
  const close = () => {
    dispatch({ type: 'closeDialog', kind: 'reject' });
  };
  return (
    <Dialog open={dialog !== undefined} title="Reject" onClose={close}>
      {dialog === undefined ? null : <RejectForm dialog={dialog} close={close} />}
    </Dialog>
  );
}

interface RejectFormProps {
  dialog: Extract<WorkspaceDialog, { kind: 'reject' }>;
  close: () => void;
}

function RejectForm({ dialog, close }: RejectFormProps) {
  const { view, decisions, dispatch, groups, open } = useWorkspace();
  const [reason, setReason] = useState<RejectReason>();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);

  const submit = () => {
    if (reason === undefined) {
      setMissing(true);
      return;
    }
    const ids = new Set(dialog.ids);
    decisions.decide({
      verdict: 'reject',
      reason,
      cases: view.cases.filter((entry) => ids.has(entry.id)),
      pendingOnly: dialog.pendingOnly,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    dispatch({ type: 'select', selection: emptySelection });
    close();
    const next = dialog.pendingOnly ? undefined : nextPending(groups, dialog.ids[0]);
    if (next !== undefined) open(next);
  };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        if (event.target instanceof HTMLTextAreaElement) return;
        const chosen = rejectReasons[Number(event.key) - 1];
        if (chosen !== undefined) setReason(chosen);
      }}
    >
      <p className="text-sm">
        You reject <b className="font-semibold">{dialog.what}</b>. It stays out of what is published; the
        reason helps the next generation.
      </p>
      <fieldset className="flex flex-col gap-1" aria-invalid={missing && reason === undefined}>
        <legend className="mb-1 text-sm font-medium">Reason</legend>
        {rejectReasons.map((option, index) => (
          <label
            key={option}
            className={classNames(
              'touch-target flex h-9 items-center gap-3 rounded-md border px-3 text-sm',
              option === reason ? 'border-accent bg-accent-soft' : 'hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name="reason"
              data-autofocus={index === 0 ? true : undefined}
              checked={option === reason}
              onChange={() => {
                setReason(option);
              }}
              className="accent-accent-fill"
            />
            <span className="flex-1">{reasonLabels[option]}</span>
            <Kbd>{String(index + 1)}</Kbd>
          </label>
        ))}
        {missing && reason === undefined ? (
          <p role="alert" className="text-xs text-danger">
            Choose a reason first.
          </p>
        ) : null}
      </fieldset>
      <TextArea
        label="What should be different? (optional)"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button
          type="submit"
          tone="danger"
          aria-label={dialog.ids.length > 1 ? `Reject ${dialog.ids.length}` : 'Reject case'}
        >
          Reject {dialog.ids.length > 1 ? dialog.ids.length : ''}
          <Kbd>Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}
