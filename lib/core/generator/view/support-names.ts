import type { Constant, Helper } from '../plan/expression';

/** Names that only fixtures use. */
export const fixtureSupport = ['Api', 'Call', 'Load', 'NOBODY', 'OTHER', 'READONLY', 'Scheme'] as const;

/** Names that `api_client.py` offers. */
export type SupportName = (typeof fixtureSupport)[number] | Helper | Constant;
