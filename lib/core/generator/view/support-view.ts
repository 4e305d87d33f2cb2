import type { SuitePlan } from '../plan/suite-plan';

/** The view of `api_client.py` and `requirements.txt`: which kinds of tests need support of their own. */
export interface SupportView {
  hasPerformance: boolean;
  hasSecurity: boolean;
}

export function supportView(plan: SuitePlan): SupportView {
  const sections = new Set(
    plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases.map((test) => test.section))),
  );
  return { hasPerformance: sections.has('performance'), hasSecurity: sections.has('security') };
}
