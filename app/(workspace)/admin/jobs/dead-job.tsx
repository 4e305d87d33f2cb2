'use client';

import { RotateCcw, Trash2 } from 'lucide-react';

import { ActionButton } from '../../../_forms/action-button';
import { ConfirmButton } from '../../../_forms/confirm-button';
import { LocalTime } from '../../../_ui/local-time';

import { discardJobAction, retryJobAction } from './actions';
import { jobWords } from './words';

import type { JobDto } from '#lib/features/system/contract';

export function DeadJob({ job }: { job: JobDto }) {
  const { id, name, payload, attempts, lastError, finishedAt } = job;
  const what = jobWords[name] ?? name;
  const ids = Object.entries(payload).map(([key, value]) => `${key} ${value}`);
  return (
    <article aria-label={what} className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0 flex-1 basis-80">
        <h3 className="text-sm font-semibold">{what}</h3>
        <p className="mt-1 text-sm [overflow-wrap:anywhere] text-danger">
          {lastError ?? 'No cause was written down.'}
        </p>
        <p className="mt-1 text-xs [overflow-wrap:anywhere] text-muted">
          {attempts === 1 ? '1 attempt' : `${attempts} attempts`}
          {finishedAt === null ? null : (
            <>
              , given up <LocalTime at={finishedAt} />
            </>
          )}
          {ids.length === 0 ? null : <> · {ids.join(' · ')}</>}
        </p>
      </div>
      <div className="flex gap-2">
        <ActionButton
          size="sm"
          label="Try again"
          ariaLabel={`Try again: ${what}`}
          icon={<RotateCcw size={14} aria-hidden />}
          action={() => retryJobAction(id)}
          done="It is back in the queue."
        />
        <ConfirmButton
          size="sm"
          tone="danger"
          label="Discard"
          ariaLabel={`Discard: ${what}`}
          icon={<Trash2 size={14} aria-hidden />}
          title="Discard this job?"
          confirmLabel="Discard"
          action={() => discardJobAction(id)}
        >
          <p>It is not tried again. The audit log keeps what it was and why it failed.</p>
        </ConfirmButton>
      </div>
    </article>
  );
}
