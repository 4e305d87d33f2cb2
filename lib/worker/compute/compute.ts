import { Worker } from 'node:worker_threads';

import { errorOf } from './messages';
import type { TaskMessage, TaskRequest } from './messages';
import type { TaskInput, TaskName, TaskResult } from './tasks';

import { AppError } from '#lib/core/errors';
import type { Progress } from '#lib/features/generations/built-suite';

/** Memory that one document may take: a hostile one ends its thread and not the worker. */
const maxOldGenerationSizeMb = 4096;

export interface ComputeRun {
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/**
 * Does a task in a thread of its own: the worker's heartbeats, its other jobs and its shutdown go on meanwhile, and a
 * task that is no longer wanted is ended in the middle.
 * @throws what the task throws; the signal's reason; AppError `internal` when the thread broke
 */
export function compute<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  { signal, onProgress }: ComputeRun,
): Promise<TaskResult<N>> {
  const request: TaskRequest = { name, input };
  return new Promise<TaskResult<N>>((resolve, reject) => {
    signal.throwIfAborted();
    const thread = new Worker(new URL('./start-thread.mjs', import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb },
    });
    const stop = () => {
      reject(signal.reason);
      void thread.terminate();
    };
    signal.addEventListener('abort', stop, { once: true });
    thread.on('message', (message: TaskMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      // The thread is our own code: what `tasks` says that it returns is what comes.
      else if (message.kind === 'result') resolve(message.result as TaskResult<N>);
      else reject(errorOf(message.failure));
    });
    thread.on('error', (cause) => reject(brokenThread(name, cause)));
    thread.on('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(brokenThread(name, undefined));
    });
  });
}

function brokenThread(name: TaskName, cause: unknown): AppError {
  return new AppError('internal', `The thread for ${name} ended without a result.`, {
    advice: 'The document may need more memory than this machine has.',
    cause,
  });
}
