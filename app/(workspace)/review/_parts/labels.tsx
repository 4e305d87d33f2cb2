import type { Tone } from '../../../_ui/badge';

import type { CaseState, RejectReason } from '#lib/core/review/states';
import type { GateStatus, GateSummary, GenerationState } from '#lib/features/reviews/contract';

/** Words and tones of the domain, in one place. */

export const stateLabels: Record<CaseState, string> = {
  pending: 'Undecided',
  approved: 'Approved',
  rejected: 'Rejected',
};

export const reasonLabels: Record<RejectReason, string> = {
  'wrong-expectation': 'Wrong expectation',
  duplicate: 'Duplicate',
  unreadable: 'Unreadable',
  'bad-data': 'Bad test data',
  'not-testable': 'Not testable here',
  'spec-is-wrong': 'The document is wrong',
  other: 'Other',
};

export const generationLabels: Record<GenerationState, { label: string; tone: Tone }> = {
  queued: { label: 'Waiting', tone: 'neutral' },
  running: { label: 'Generating', tone: 'accent' },
  ready: { label: 'Ready', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  superseded: { label: 'Superseded', tone: 'neutral' },
};

export const gateLabels: { gate: keyof Omit<GateSummary, 'detail'>; label: string; means: string }[] = [
  {
    gate: 'syntax',
    label: 'Syntax',
    means: 'ruff parses every file; in a suite for Playwright, TypeScript does',
  },
  { gate: 'lint', label: 'Lint', means: 'no undefined name, no unused import, formatted' },
  { gate: 'compile', label: 'Compile', means: 'python -m py_compile accepts every file' },
  { gate: 'collect', label: 'Collect', means: 'pytest --collect-only finds every test' },
  { gate: 'values', label: 'Values', means: 'ajv finds every value as valid or invalid as its test says' },
];

export const gateTones: Record<GateStatus, Tone> = {
  passed: 'success',
  failed: 'danger',
  'not-run': 'neutral',
};

export const gateWords: Record<GateStatus, string> = {
  passed: 'passed',
  failed: 'failed',
  'not-run': 'not run',
};

export const changeLabels = { added: 'new', changed: 'changed', unchanged: 'unchanged' } as const;
