import type { JobHandlers } from '../platform/jobs/handler';
import type { Runtime } from '../platform/runtime';

/** Which use case does which job: the worker's composition root. */
export function createHandlers(_runtime: Runtime): JobHandlers {
  return {};
}
