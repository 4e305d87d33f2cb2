'use client';

import { unstable_rethrow } from 'next/navigation';
import { useState, useTransition } from 'react';

import type { ActionResult } from '../_server/action-result';

type Failure = Extract<ActionResult, { ok: false }>;

/**
 * Runs a server action and keeps its last refusal for the form. Unlike a form's `action`, it leaves the fields as they
 * are: what was typed is still there to be corrected.
 */
export function useAction<A extends unknown[], T>(
  action: (...args: A) => Promise<ActionResult<T>>,
  onDone?: (data: T) => void,
) {
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure>();
  const run = (...args: A) => {
    start(async () => {
      const result = await action(...args).catch((error: unknown): Failure => {
        // A redirect comes as an error too, and must go on to the router.
        unstable_rethrow(error);
        return unreachable;
      });
      if (result.ok) {
        setFailure(undefined);
        onDone?.(result.data);
      } else {
        setFailure(result);
      }
    });
  };
  return { run, pending, failure };
}

const unreachable: Failure = {
  ok: false,
  message: 'The server cannot be reached.',
  advice: 'Check your connection and try again.',
  fields: {},
};
