import type { TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';

import { branchBodies } from './branches';
import type { OperationPlan } from './operation-plan';
import { expectSuccess, requireSamples, send } from './steps';
import { placeText } from './violation-words';
import { writeCase } from './write-case';

/** A body of each branch of a choice and of each side of a condition is accepted: one test each, by the branch's name. */
export function acceptBranches(plan: OperationPlan): TestCase[] {
  const expected = expectedSuccess(plan.operation);
  if (!expected) return [];
  return branchBodies(plan, true).map(({ branch, expression, uses, words }) =>
    writeCase(plan, {
      category: 'crud',
      rule: 'accept-branch',
      place: `body ${JSON.stringify(branch.delta.path)} ${branch.keyword} ${branch.id}`,
      section: 'operation',
      title: `accepts ${words}`,
      doc: `${placeText(branch.delta.path, 'The body')} by ${branch.keyword}: ${branch.id.replace(/-/g, ' ')}`,
      risk: 68,
      fixtures: uses,
      steps: [
        ...requireSamples(plan),
        send(plan, { body: expression }, [branch.source]),
        expectSuccess(plan, expected),
      ],
    }),
  );
}
