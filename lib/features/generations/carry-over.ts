/** A case of the generation before, with what was decided on it. */
export interface EarlierCase {
  contentHash: string;
  state: string;
  decidedAt: Date | null;
  decidedById: string | null;
  decidedBy: string | null;
  rejectReason: string | null;
  rejectNote: string | null;
}

export interface Standing {
  change: 'new' | 'changed' | 'unchanged';
  /** A decision that still holds: it was taken on exactly this content. */
  kept?: EarlierCase & { state: 'approved' | 'rejected' };
}

/** How a case stands against the generation before: a decision is bound to the content it was taken on. */
export function standingOf(contentHash: string, earlier: EarlierCase | undefined): Standing {
  if (earlier === undefined) return { change: 'new' };
  if (earlier.contentHash !== contentHash) return { change: 'changed' };
  const { state } = earlier;
  if (state !== 'approved' && state !== 'rejected') return { change: 'unchanged' };
  return { change: 'unchanged', kept: { ...earlier, state } };
}
