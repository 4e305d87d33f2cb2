import type { TestCase } from '../plan/case';
import { name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import type { Violation } from '../values/types';

import { branchBodies, type BranchBody } from './branches';
import type { OperationPlan } from './operation-plan';
import { distinctRules } from './reject-body-violations';
import { rejectWrongTypes } from './reject-wrong-types';
import { requireAccepted } from './steps';
import { violationCases, type AcceptedBody } from './violation-cases';

const body = fixed('body');

/**
 * The rules of branches and sides that the usual body does not take: each body is shown to be accepted first, and only
 * rules that no other body breaks are broken in it.
 */
export function rejectBranchViolations(plan: OperationPlan): TestCase[] {
  const { call, context } = plan;
  const usual = call.body;
  if (usual?.place === undefined || usual.media.schema === undefined) return [];
  const branches = branchBodies(plan);
  if (branches.length === 0) return [];
  const { schema } = usual.media;
  const { place } = usual;
  const seen = new Set(context.values.violations(schema, usual.value, place).items.flatMap(rulesOf));
  return branches.flatMap((branch) => {
    const { path } = branch.branch.delta;
    const under =
      branch.branch.keyword === 'then' || branch.branch.keyword === 'else' ? path.slice(0, -1) : path;
    const found = context.values.violations(schema, branch.value, place, under);
    const own = distinctRules(found.items).filter((each) => !rulesOf(each).some((rule) => seen.has(rule)));
    for (const rule of own.flatMap(rulesOf)) seen.add(rule);
    const types = own.filter((each) => each.keyword === 'type' && each.delta.path.length > under.length);
    const others = own.filter((each) => each.keyword !== 'type');
    const accepted = acceptedBody(plan, branch);
    return [...violationCases(plan, others, accepted), ...rejectWrongTypes(plan, types, accepted)];
  });
}

/** By what a rule is known: its place in the document, and what is done to which member of the body. */
function rulesOf({ keyword, source, id, limit, delta }: Violation): string[] {
  const isName = keyword === 'const' || keyword === 'discriminator';
  const isRow = ['required', 'propertyNames', 'patternProperties', 'not', 'oneOf'].includes(keyword);
  const done = [keyword, delta.path, isName ? '' : id, isName ? '' : limit];
  return [
    JSON.stringify([keyword, source.file, source.pointer, isRow ? [delta.path.at(-1), id] : '']),
    JSON.stringify(done),
  ];
}

function acceptedBody(plan: OperationPlan, branch: BranchBody): AcceptedBody {
  const { expression } = branch;
  const call =
    expression.kind === 'invoke'
      ? expression
      : help('changed', [invoke(plan.subject, 'body')], { value: expression });
  return {
    steps: [{ into: body, call, sources: [branch.branch.source] }, requireAccepted(plan, name(body))],
    body: name(body),
    fixtures: branch.uses,
    words: branch.suffix,
    key: branch.words,
  };
}
