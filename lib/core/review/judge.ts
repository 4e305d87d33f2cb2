import { stateAfter } from './states';
import type { CaseState, Verdict } from './states';

/** A case as it stands in the store. */
export interface StandingCase {
  state: CaseState;
  revision: number;
  contentHash: string;
  decidedBy: string | null;
  /** Set when a newer generation of the API has taken over. */
  supersededBy: number | undefined;
}

/** What the reviewer saw when they decided. */
export interface SeenCase {
  revision: number;
  contentHash: string;
}

export type Judgement =
  { kind: 'decide'; to: CaseState } | { kind: 'skip' } | { kind: 'conflict'; message: string };

/**
 * Whether a verdict on what a reviewer saw may change what stands. Stale sight is a conflict, never an overwrite; a
 * verdict that changes nothing is skipped; a container decision (`pendingOnly`) leaves alone what is decided.
 */
export function judge(
  standing: StandingCase,
  seen: SeenCase,
  request: { verdict: Verdict; pendingOnly: boolean },
): Judgement {
  if (standing.supersededBy !== undefined) {
    return {
      kind: 'conflict',
      message: `Generation ${standing.supersededBy} has replaced this one: decide there.`,
    };
  }
  if (standing.contentHash !== seen.contentHash) {
    return { kind: 'conflict', message: 'The test has changed since you opened it: look at it again.' };
  }
  const to = stateAfter(standing.state, request.verdict);
  if (to === undefined) return { kind: 'skip' };
  if (standing.revision !== seen.revision) return { kind: 'conflict', message: whatHappened(standing) };
  if (request.pendingOnly && standing.state !== 'pending') return { kind: 'skip' };
  return { kind: 'decide', to };
}

function whatHappened({ state, decidedBy }: StandingCase): string {
  if (state === 'pending') return 'It was decided and opened again since you looked.';
  return decidedBy === null ? `It is already ${state}.` : `${decidedBy} has ${state} it meanwhile.`;
}
