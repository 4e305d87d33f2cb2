export const caseStates = ['pending', 'approved', 'rejected'] as const;
export type CaseState = (typeof caseStates)[number];

export const verdicts = ['approve', 'reject', 'reopen'] as const;
export type Verdict = (typeof verdicts)[number];

export const rejectReasons = [
  'wrong-expectation',
  'duplicate',
  'unreadable',
  'bad-data',
  'not-testable',
  'spec-is-wrong',
  'other',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

const next: Record<CaseState, Partial<Record<Verdict, CaseState>>> = {
  pending: { approve: 'approved', reject: 'rejected' },
  approved: { reject: 'rejected', reopen: 'pending' },
  rejected: { approve: 'approved', reopen: 'pending' },
};

/** Where a verdict leads from a state; `undefined` when it changes nothing (approving what is approved). */
export function stateAfter(state: CaseState, verdict: Verdict): CaseState | undefined {
  return next[state][verdict];
}

/** The verdict that leads to a state. */
export function verdictTo(state: CaseState): Verdict {
  return ({ pending: 'reopen', approved: 'approve', rejected: 'reject' } as const)[state];
}
