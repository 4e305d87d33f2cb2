import type { TaskName } from './tasks';

import type { ErrorCode } from '#lib/core/errors';
import { AppError } from '#lib/core/errors';
import type { Progress } from '#lib/features/generations/built-suite';

/** What is asked of the thread. */
export interface TaskRequest {
  name: TaskName;
  input: unknown;
}

/** What the thread tells: progress, then once a result or a failure. */
export type TaskMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'result'; result: unknown }
  | { kind: 'failure'; failure: Failure };

/** An error as it crosses threads: the class of an AppError would be lost on the way. */
export interface Failure {
  code?: ErrorCode;
  message: string;
  advice?: string;
  details?: Record<string, unknown>;
  stack?: string;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message } = error;
  const stack = error.stack === undefined ? {} : { stack: error.stack };
  if (!(error instanceof AppError)) return { message, ...stack };
  const { code, advice, details } = error;
  return { code, message, details, ...stack, ...(advice === undefined ? {} : { advice }) };
}

export function errorOf({ code, message, advice, details, stack }: Failure): Error {
  const error =
    code === undefined
      ? new Error(message)
      : new AppError(code, message, {
          ...(advice === undefined ? {} : { advice }),
          ...(details === undefined ? {} : { details }),
        });
  if (stack !== undefined) error.stack = stack;
  return error;
}
