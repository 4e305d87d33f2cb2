import { stateAfter } from '#lib/core/review/states';
import type { CaseRow, DecideInput, GenerationView } from '#lib/features/reviews/contract';

/** The view as it will be when the decision is taken: shown at once, corrected by the answer. */
export function withDecision(
  view: GenerationView,
  input: DecideInput,
  by: string,
  at: string,
): GenerationView {
  const ids = new Set(input.cases.map((entry) => entry.id));
  return {
    ...view,
    cases: view.cases.map((entry) => {
      if (!ids.has(entry.id) || (input.pendingOnly === true && entry.state !== 'pending')) return entry;
      const state = stateAfter(entry.state, input.verdict);
      if (state === undefined) return entry;
      const { rejectReason: _reason, rejectNote: _note, decidedBy: _by, decidedAt: _at, ...rest } = entry;
      const undecided = state === 'pending';
      return {
        ...rest,
        state,
        revision: entry.revision + 1,
        decidedByMe: !undecided,
        ...(undecided ? {} : { decidedBy: by, decidedAt: at }),
        carriedOver: false,
        ...(input.reason === undefined ? {} : { rejectReason: input.reason }),
        ...(input.note === undefined ? {} : { rejectNote: input.note }),
      };
    }),
  };
}

/** Puts rows in the place of those with the same id: the server's answer, or what stood there before. */
export function withRows(view: GenerationView, rows: readonly CaseRow[]): GenerationView {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { ...view, cases: view.cases.map((entry) => byId.get(entry.id) ?? entry) };
}

/** The same, but a row that has moved on since (a later decision is on its way) stays. */
export function withAnswer(view: GenerationView, rows: readonly CaseRow[]): GenerationView {
  const known = new Map(view.cases.map((entry) => [entry.id, entry.revision]));
  return withRows(
    view,
    rows.filter((row) => row.revision >= (known.get(row.id) ?? 0)),
  );
}
