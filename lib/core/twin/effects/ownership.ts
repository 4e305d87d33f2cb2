import { refusedToOthers } from '../../generator/plan/ownership';
import type { Call } from '../call';
import type { Refusal } from '../exchange';
import type { Kind } from '../knowledge';
import type { Entry } from '../store';

import { maySee } from './view';

/** What belongs to somebody else is refused in the way that the document says, where it does. */
export function refuseOthers(call: Call, kind: Kind, entry: Entry): Refusal | undefined {
  const [status] = refusedToOthers(call.operation);
  if (status === undefined || maySee(call, kind, entry)) return undefined;
  return {
    status,
    detail: status === 404 ? 'There is nothing with this id.' : 'It belongs to somebody else.',
  };
}
