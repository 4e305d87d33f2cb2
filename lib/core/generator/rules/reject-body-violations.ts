import type { TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { invoke } from '../plan/named';
import type { Violation } from '../values/types';

import type { OperationPlan } from './operation-plan';
import { rejectWrongTypes } from './reject-wrong-types';
import { requireAccepted } from './steps';
import { violationCases, type AcceptedBody } from './violation-cases';

/** Each keyword of each member of the body is enforced: one test per member and keyword, one row per near miss. */
export function rejectBodyViolations(plan: OperationPlan): TestCase[] {
  const { operation, call, context } = plan;
  const body = call.body;
  if (body?.place === undefined || body.media.schema === undefined) return [];
  const found = context.values.violations(body.media.schema, body.value, body.place);
  for (const skipped of found.skipped) {
    context.report(gapOf(operation, `body ${body.mediaType}`, skipped.reason, skipped.source));
  }
  const once = distinctRules(found.items);
  const types = once.filter((each) => each.keyword === 'type' && each.delta.path.length > 0);
  const accepted: AcceptedBody = {
    steps: [requireAccepted(plan)],
    body: invoke(plan.subject, 'body'),
    fixtures: [],
    words: '',
    key: '',
  };
  const others = once.filter((each) => !types.includes(each));
  return [...violationCases(plan, others, accepted), ...rejectWrongTypes(plan, types, accepted)];
}

/** The first of the violations that break the same keyword in the same way: items of one list are alike. */
export function distinctRules(violations: Violation[]): Violation[] {
  const seen = new Set<string>();
  return violations.filter(({ source, keyword, id, delta }) => {
    const names = delta.path.filter((step) => typeof step === 'string');
    const key = JSON.stringify([source, keyword, id, delta.op, names]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
