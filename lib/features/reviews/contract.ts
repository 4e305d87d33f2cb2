import { z } from 'zod';

import type { Diagnostic } from '../../core/diagnostics';
import { rejectReasons, verdicts } from '../../core/review/states';
import type { CaseState, RejectReason, Verdict } from '../../core/review/states';

/** Browser-safe: what the review screens ask for and get. */

export const commentCategories = ['question', 'issue', 'suggestion', 'note'] as const;
export type CommentCategory = (typeof commentCategories)[number];

/** A decision says what it saw: another revision or content is a conflict, never an overwrite. */
export const decideInput = z
  .object({
    verdict: z.enum(verdicts),
    reason: z.enum(rejectReasons).optional(),
    note: z.string().trim().max(2000).optional(),
    cases: z
      .array(z.object({ id: z.string(), revision: z.number().int().min(0), contentHash: z.string() }))
      .min(1)
      .max(5000),
    /** True for a container (endpoint, API, selection): only what is pending is decided, the rest is left alone. */
    pendingOnly: z.boolean().default(false),
  })
  .refine((input) => input.verdict !== 'reject' || input.reason !== undefined, {
    path: ['reason'],
    message: 'A rejection needs a reason.',
  });
export type DecideInput = z.input<typeof decideInput>;

export interface DecideResult {
  /** For `undo`; absent when nothing was decided. */
  batchId?: string;
  decided: CaseRow[];
  /** Decided or changed by somebody else meanwhile: nothing was done to these. */
  conflicts: { case: CaseRow; message: string }[];
  /** Left alone: already so, or not pending in a container decision. */
  skipped: number;
}

export const undoInput = z.object({ batchId: z.string() });

export interface UndoResult {
  /** Undoing the undo takes this one. */
  batchId?: string;
  restored: CaseRow[];
  /** Decided again since: left as they are. */
  conflicts: { case: CaseRow; message: string }[];
}

export const commentInput = z
  .object({
    caseId: z.string(),
    side: z.enum(['spec', 'test']).optional(),
    line: z.number().int().min(1).optional(),
    category: z.enum(commentCategories).default('note'),
    body: z.string().trim().min(1, 'Write something first.').max(5000),
  })
  .refine((input) => (input.line === undefined) === (input.side === undefined), {
    path: ['line'],
    message: 'A comment on a line names the side and the line.',
  });
export type CommentInput = z.input<typeof commentInput>;

export const resolveInput = z.object({ commentId: z.string(), resolved: z.boolean().default(true) });

export interface Counts {
  total: number;
  pending: number;
  approved: number;
  rejected: number;
}

export interface Progress {
  done: number;
  total: number;
  step: string;
}

export type GenerationState = 'queued' | 'running' | 'ready' | 'failed' | 'superseded';

/** `/review`: every API with its newest generation that can be reviewed, else its newest. */
export interface QueueApi {
  id: string;
  slug: string;
  name: string;
  /** A newer generation that is not there yet, or failed: the one below stays open for review meanwhile. */
  upcoming?: {
    id: string;
    number: number;
    state: GenerationState;
    progress?: Progress;
    error?: string;
    createdAt: string;
  };
  generation?: {
    id: string;
    number: number;
    state: GenerationState;
    specLabel: string;
    createdAt: string;
    progress?: Progress;
    error?: string;
    counts: Counts;
    /** Worst gate result over the files. */
    gates: GateSummary;
    endpoints: QueueEndpoint[];
    changedEndpoints: number;
    breakingEndpoints: number;
  };
}

export interface QueueEndpoint {
  operationId: string;
  method: string;
  path: string;
  summary?: string;
  change: 'added' | 'changed' | 'unchanged';
  breaking: boolean;
  counts: Counts;
}

export type GateStatus = 'passed' | 'failed' | 'not-run';
export interface GateSummary {
  syntax: GateStatus;
  lint: GateStatus;
  compile: GateStatus;
  collect: GateStatus;
  /** Unknown of generations from before this gate. */
  values?: GateStatus;
  /** Why a gate did not run, or what failed, in a sentence. */
  detail?: string;
}

/** `/review/[generationId]`: the whole list, light enough for 2,000 cases; code and excerpts come per operation. */
export interface GenerationView {
  id: string;
  number: number;
  state: GenerationState;
  progress?: Progress;
  error?: string;
  createdAt: string;
  /** Set when the generation was superseded: the one to decide on instead. */
  newer?: { id: string; number: number };
  api: { id: string; slug: string; name: string };
  spec: { label: string; title: string; dialect: string; number: number; previousLabel?: string };
  gates: GateSummary;
  diagnostics: Diagnostic[];
  gapCount: number;
  operations: OperationRow[];
  cases: CaseRow[];
}

export interface OperationRow {
  id: string;
  method: string;
  path: string;
  summary?: string;
  tag?: string;
  change: 'added' | 'changed' | 'unchanged';
  breaking: boolean;
  changes: string[];
}

export interface CaseRow {
  id: string;
  operationId: string;
  key: string;
  name: string;
  title: string;
  category: string;
  rule: string;
  rows: number;
  risk: number;
  change: 'new' | 'changed' | 'unchanged';
  gate: GateStatus;
  state: CaseState;
  revision: number;
  contentHash: string;
  decidedBy?: string;
  /** By the account that asks; names may be shared or change. */
  decidedByMe: boolean;
  decidedAt?: string;
  rejectReason?: RejectReason;
  rejectNote?: string;
  carriedOver: boolean;
  comments: number;
}

/** The two panes of one operation, highlighted on the server. */
export interface OperationDetail {
  operationId: string;
  excerpts: Excerpt[];
  /** Parts of the document that differ from the version before; empty where the endpoint is new or unchanged. */
  documentChanges: DocumentChange[];
  cases: CaseDetail[];
}

export interface Excerpt {
  title: string;
  file: string;
  pointer: string;
  startLine: number;
  /** One entry a source line, as tokens with CSS variables for both themes. */
  lines: Token[][];
}

/** A part of the document in two versions; text and line are absent on the side that does not have it. */
export interface DocumentChange {
  title: string;
  file: string;
  pointer: string;
  before?: TextPart;
  after?: TextPart;
}

export interface TextPart {
  text: string;
  startLine: number;
}

export interface Token {
  text: string;
  /** Colours of the light and the dark theme. */
  light?: string;
  dark?: string;
}

export interface CaseDetail {
  id: string;
  filePath: string;
  startLine: number;
  lines: Token[][];
  code: string;
  /** Spec lines that the case covers: (file, line) ranges. */
  sources: SourceLines[];
  /** Lines of the code (1-based) that belong to particular spec lines. */
  marks: { line: number; endLine: number; sources: SourceLines[] }[];
  /** The code as last approved in an earlier generation, when it differs. */
  previousCode?: string;
}

export interface SourceLines {
  file: string;
  pointer: string;
  line: number;
  endLine: number;
}

export interface CaseHistoryEntry {
  id: string;
  verdict: Verdict;
  reason?: RejectReason;
  note?: string;
  actorName: string;
  /** web | cli | api | system */
  via: string;
  contentHash: string;
  carriedOver: boolean;
  createdAt: string;
}

export interface CommentRow {
  id: string;
  caseId: string;
  authorName: string;
  side?: 'spec' | 'test';
  line?: number;
  category: CommentCategory;
  body: string;
  createdAt: string;
  resolvedAt?: string;
  resolvedBy?: string;
  mine: boolean;
}

/** Query keys: pages and mutations agree on these. */
export const reviewKeys = {
  queue: ['review', 'queue'] as const,
  generation: (id: string) => ['review', 'generation', id] as const,
  operation: (generationId: string, operationId: string) =>
    ['review', 'operation', generationId, operationId] as const,
  history: (caseId: string) => ['review', 'history', caseId] as const,
  comments: (caseId: string) => ['review', 'comments', caseId] as const,
};
