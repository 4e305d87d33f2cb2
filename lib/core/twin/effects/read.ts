import { documents } from '../../generator/plan/expected';
import { entryOf, type Call } from '../call';
import type { Result } from '../exchange';
import type { Kind } from '../knowledge';
import { successStatus } from '../policy';
import type { World } from '../world';

import { refuseOthers } from './ownership';
import { isKnown } from './preconditions';
import { advanced } from './server-set';
import { showing, tagOf } from './view';

/** Looks at work that was only accepted until it is done. */
const looks = 2;

/** Shows a thing. */
export function read(world: World, call: Call, kind: Kind): Result {
  const found = entryOf(world, call, kind);
  if ('refusal' in found) return found;
  const { entry } = found;
  const refusal = refuseOthers(call, kind, entry);
  if (refusal) return { refusal };
  if (kind.creators.some((each) => documents(each, 202))) {
    entry.reads += 1;
    const record = entry.reads > looks ? advanced(world, kind, call.operation, entry.record) : entry.record;
    if (record !== entry.record) Object.assign(entry, { record, version: entry.version + 1 });
  }
  if (documents(call.operation, 304) && isKnown(call, entry))
    return { status: 304, headers: { etag: tagOf(entry) } };
  return showing(world, call, kind, { entry, status: successStatus(call.operation, [200]) });
}
