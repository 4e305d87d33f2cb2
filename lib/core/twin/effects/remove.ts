import { shapeOf } from '../../generator/plan/path-template';
import { entryOf, keysOf, type Call } from '../call';
import type { Result } from '../exchange';
import type { Kind } from '../knowledge';
import { successStatus } from '../policy';
import type { World } from '../world';

import { refuseOthers } from './ownership';
import { refuseOtherState } from './preconditions';
import { showing } from './view';

/** Removes a thing and what stands under it. */
export function remove(world: World, call: Call, kind: Kind): Result {
  const found = entryOf(world, call, kind);
  if ('refusal' in found) return found;
  const { entry, key, collection } = found;
  const refusal = refuseOthers(call, kind, entry) ?? refuseOtherState(call, entry);
  if (refusal) return { refusal };
  collection.entries.delete(key);
  collection.removed.add(key);
  world.store.removeBelow(shapeOf(call.operation.path), keysOf(world, call));
  world.store.removeDocuments(call.path.slice(call.prefix.length));
  return showing(world, call, kind, { entry, status: successStatus(call.operation, [204, 200, 202]) });
}
