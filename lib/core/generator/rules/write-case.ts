import type { SourceRef } from '../../diagnostics';
import type { Row, Section, Step, TestCase } from '../plan/case';
import type { Name } from '../plan/expression';
import type { Refusals } from '../plan/refusals';
import { withUniqueIds } from '../plan/row-ids';
import type { Category } from '../suite';

import type { OperationPlan } from './operation-plan';

export interface CaseText {
  category: Category;
  rule: string;
  /** What tells this case from others of the same rule and operation: a pointer or name of the document. */
  place: string;
  /** `rejects title longer than 200`: the title for people and, in snake case, the function's name. */
  title: string;
  doc: string;
  section: Section;
  risk: number;
  steps: Step[];
  about?: SourceRef;
  fixtures?: Name[];
  parameters?: Name[];
  rows?: Row[];
  refusals?: Refusals;
}

/** A case of an operation: fills in what all of them share. */
export function writeCase(plan: OperationPlan, text: CaseText): TestCase {
  const rows = withUniqueIds(text.rows ?? []);
  return {
    key: [plan.operation.id, text.category, text.place, text.rule].join(' | '),
    operation: plan.operation,
    category: text.category,
    rule: text.rule,
    title: text.title,
    words: `${plan.subject} ${text.title}`,
    doc: text.doc,
    section: text.section,
    fixtures: [...new Set([plan.subject, ...(text.fixtures ?? [])])],
    parameters: text.parameters ?? [],
    rows,
    steps: text.steps,
    sources: distinct([...rows.flatMap((row) => row.sources), ...text.steps.flatMap((step) => step.sources)]),
    ...(text.about && { about: text.about }),
    ...(text.refusals && { refusals: text.refusals }),
    risk: text.risk,
  };
}

export function distinct(sources: SourceRef[]): SourceRef[] {
  const byText = new Map(sources.map((source) => [`${source.file}#${source.pointer}`, source]));
  return [...byText.values()];
}
