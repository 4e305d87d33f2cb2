import { z } from 'zod';

import type { Counts, GateSummary } from './contract';

import { caseStates, rejectReasons } from '#lib/core/review/states';

/** What stands in text and JSON columns, validated on read: a value from elsewhere fails here, with its place. */

const endpointChange = z.enum(['added', 'changed', 'unchanged']);
const gateStatus = z.enum(['passed', 'failed', 'not-run']);

export const storedGeneration = z.object({
  state: z.enum(['queued', 'running', 'ready', 'failed', 'superseded']),
  progress: z.object({ done: z.number(), total: z.number(), step: z.string() }).nullable(),
});

export const storedOperation = z.object({ change: endpointChange, changes: z.array(z.string()) });

export const storedCase = z.object({
  change: z.enum(['new', 'changed', 'unchanged']),
  gate: gateStatus,
  state: z.enum(caseStates),
  rejectReason: z.enum(rejectReasons).nullable(),
});

const sourceLines = z.object({
  file: z.string(),
  pointer: z.string(),
  line: z.number(),
  endLine: z.number(),
});

export const storedSources = z.array(sourceLines);

export const storedMarks = z.array(
  z.object({ line: z.number(), endLine: z.number(), sources: z.array(sourceLines) }),
);

export const storedExcerpts = z.array(
  z.object({
    title: z.string(),
    file: z.string(),
    pointer: z.string(),
    startLine: z.number(),
    text: z.string(),
  }),
);

export const storedDiagnostics = z.array(
  z.object({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    message: z.string(),
    source: z.object({ file: z.string(), pointer: z.string() }),
    line: z.number().exactOptional(),
    advice: z.string().exactOptional(),
  }),
);

export const storedGaps = z.array(
  z.object({
    operation: z.string().exactOptional(),
    construct: z.string(),
    reason: z.string(),
    source: z.object({ file: z.string(), pointer: z.string() }),
  }),
);

const storedGates = z.object({
  syntax: gateStatus,
  lint: gateStatus,
  compile: gateStatus,
  collect: gateStatus,
  values: gateStatus.exactOptional(),
  detail: z.string().exactOptional(),
});

/** The gates of a generation; before they ran, each is `not-run`. */
export function gatesOf(stored: unknown): GateSummary {
  if (stored !== null && stored !== undefined) return storedGates.parse(stored);
  return { syntax: 'not-run', lint: 'not-run', compile: 'not-run', collect: 'not-run' };
}

/** Adds up how many cases stand in which state. */
export function countsOf(groups: readonly { state: string; count: number }[]): Counts {
  const counts: Counts = { total: 0, pending: 0, approved: 0, rejected: 0 };
  for (const { state, count } of groups) {
    counts[storedCase.shape.state.parse(state)] += count;
    counts.total += count;
  }
  return counts;
}
