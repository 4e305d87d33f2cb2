// The entry of a compute thread: does one task and ends.
import { parentPort, workerData } from 'node:worker_threads';

import { failureOf } from './messages';
import type { TaskMessage, TaskRequest } from './messages';
import { tasks } from './tasks';

const request: TaskRequest = workerData;
const tell = (message: TaskMessage) => parentPort?.postMessage(message);
// The main thread sends what the task takes: both sides are typed by `tasks`.
const task = tasks[request.name] as (
  input: unknown,
  report: (progress: (TaskMessage & { kind: 'progress' })['progress']) => void,
) => Promise<unknown>;

try {
  const result = await task(request.input, (progress) => tell({ kind: 'progress', progress }));
  tell({ kind: 'result', result });
} catch (error) {
  tell({ kind: 'failure', failure: failureOf(error) });
}
