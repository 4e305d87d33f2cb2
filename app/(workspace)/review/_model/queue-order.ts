import { urgency } from './case-list';

import type { QueueApi, QueueEndpoint } from '#lib/features/reviews/contract';

/** APIs with pending breaking changes first, then with anything pending, then the rest; by name inside. */
export function sortQueue(queue: readonly QueueApi[]): QueueApi[] {
  return [...queue].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Endpoints as the workspace lists them: by urgency, what is undecided before what is done. */
export function sortEndpoints(endpoints: readonly QueueEndpoint[]): QueueEndpoint[] {
  return [...endpoints].sort(
    (a, b) => urgency(a) - urgency(b) || Number(a.counts.pending === 0) - Number(b.counts.pending === 0),
  );
}

function rank({ generation }: QueueApi): number {
  if (generation === undefined) return 3;
  if (generation.counts.pending === 0) return 2;
  return generation.breakingEndpoints > 0 ? 0 : 1;
}
