'use client';

import { unstable_rethrow } from 'next/navigation';
import { useState, useTransition } from 'react';

import type { Result, ScreenError } from '../_server/result';

/**
 * Runs a server action and keeps its last refusal for the form. Unlike a form's `action`, it leaves the fields as they
 * are: what was typed is still there to be corrected.
 */
export function useAction<A extends unknown[], T>(
  action: (...args: A) => Promise<Result<T>>,
  onDone?: (data: T) => void,
) {
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<ScreenError>();
  const run = (...args: A) => {
    start(async () => {
      const result = await action(...args).catch((error: unknown): Result<T> => {
        // A redirect comes as an error too, and must go on to the router.
        unstable_rethrow(error);
        return { ok: false, error: unreachable };
      });
      if (result.ok) {
        setFailure(undefined);
        onDone?.(result.data);
      } else {
        setFailure(result.error);
      }
    });
  };
  return { run, pending, failure };
}

const unreachable: ScreenError = {
  code: 'unavailable',
  message: 'The server cannot be reached.',
  advice: 'Check your connection and try again.',
};
