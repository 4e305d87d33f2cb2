'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { errorText, unwrap } from '../../../_client/unwrap';
import { useToast } from '../../../_ui/toast';
import { useViewer } from '../../_shell/viewer';
import { withAnswer, withDecision, withRows } from '../_model/optimistic';
import { decideAction, undoAction } from '../actions';

import { conflictText, decisionText } from './decision-text';

import type { RejectReason, Verdict } from '#lib/core/review/states';
import { reviewKeys } from '#lib/features/reviews/contract';
import type { CaseRow, DecideInput, GenerationView } from '#lib/features/reviews/contract';

export interface Decision {
  verdict: Verdict;
  cases: CaseRow[];
  pendingOnly?: boolean;
  reason?: RejectReason;
  note?: string;
}

export interface Decisions {
  decide: (decision: Decision) => void;
  undo: () => void;
  canUndo: boolean;
  /** The last thing that happened, for the live region. */
  announcement: string;
}

/** Marks the mutations during which the list must not be read anew: the answer would overtake them. */
export const decisionKey = ['review', 'decide'] as const;

/**
 * Decisions as a reviewer feels them: shown at once, rolled back when refused, and a conflict said aloud with the
 * state that stands now.
 */
export function useDecisions(generationId: string): Decisions {
  const client = useQueryClient();
  const viewer = useViewer();
  const toast = useToast();
  const [batches, setBatches] = useState<string[]>([]);
  const [announcement, setAnnouncement] = useState('');
  const key = reviewKeys.generation(generationId);
  const patch = (change: (view: GenerationView) => GenerationView) => {
    client.setQueryData<GenerationView>(key, (view) => (view === undefined ? view : change(view)));
  };
  const reread = () => {
    void client.invalidateQueries({ queryKey: reviewKeys.queue });
    void client.invalidateQueries({ queryKey: ['review', 'history'] });
  };
  const warn = (conflicts: { case: CaseRow; message: string }[]) => {
    if (conflicts.length === 0) return;
    patch((view) =>
      withRows(
        view,
        conflicts.map((entry) => entry.case),
      ),
    );
    const text = conflictText(conflicts);
    setAnnouncement(text);
    toast({ tone: 'warning', text, milliseconds: Infinity });
  };

  const undo = useMutation({
    mutationKey: decisionKey,
    scope: { id: generationId },
    mutationFn: (batchId: string) => unwrap(undoAction(batchId)),
    onMutate: (batchId) => {
      setBatches((before) => before.filter((entry) => entry !== batchId));
    },
    onSuccess: ({ restored, conflicts }) => {
      patch((view) => withRows(view, restored));
      setAnnouncement(`Taken back: ${restored.length} ${restored.length === 1 ? 'decision' : 'decisions'}.`);
      warn(conflicts);
    },
    onError: (error, batchId) => {
      setBatches((before) => [...before, batchId]);
      toast({ tone: 'danger', text: `Not taken back. ${errorText(error)}` });
    },
    onSettled: reread,
  });

  const decide = useMutation({
    mutationKey: decisionKey,
    scope: { id: generationId },
    mutationFn: (input: DecideInput) => unwrap(decideAction(input)),
    onMutate: async (input) => {
      await client.cancelQueries({ queryKey: key });
      const ids = new Set(input.cases.map((entry) => entry.id));
      const before =
        client.getQueryData<GenerationView>(key)?.cases.filter((entry) => ids.has(entry.id)) ?? [];
      patch((view) => withDecision(view, input, viewer.name, new Date().toISOString()));
      return { before };
    },
    onSuccess: ({ batchId, decided, conflicts }, input) => {
      patch((view) => withAnswer(view, decided));
      if (batchId !== undefined) {
        setBatches((before) => [...before, batchId]);
        const text = decisionText(input.verdict, decided);
        setAnnouncement(text);
        if (decided.length > 1) {
          const action = {
            label: 'Undo',
            onSelect: () => {
              undo.mutate(batchId);
            },
          };
          toast({
            tone: input.verdict === 'approve' ? 'success' : 'neutral',
            text,
            action,
            milliseconds: 9000,
          });
        }
      }
      warn(conflicts);
    },
    onError: (error, _input, rollback) => {
      if (rollback !== undefined) patch((view) => withRows(view, rollback.before));
      const text = `Not decided. ${errorText(error)}`;
      setAnnouncement(text);
      toast({ tone: 'danger', text, milliseconds: 12_000 });
    },
    onSettled: reread,
  });

  return {
    decide({ cases, ...rest }) {
      if (cases.length === 0) return;
      const seen = cases.map(({ id, revision, contentHash }) => ({ id, revision, contentHash }));
      decide.mutate({ ...rest, cases: seen });
    },
    undo() {
      const last = batches.at(-1);
      if (last !== undefined) undo.mutate(last);
    },
    canUndo: batches.length > 0,
    announcement,
  };
}
