// The entry of a compute thread: does one task and ends.
import { parentPort, workerData } from 'node:worker_threads';

import type { TaskRequest } from './messages';
import { perform } from './perform';

const request: TaskRequest = workerData;
await perform(request, (message) => parentPort?.postMessage(message));
