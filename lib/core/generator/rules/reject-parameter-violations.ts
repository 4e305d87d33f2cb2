import type { Parameter } from '../../openapi/model';
import type { Row, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { documents, expectedRefusal, type Expected } from '../plan/expected';
import { literal, name } from '../plan/expression';
import { fixed } from '../plan/named';
import type { Violation } from '../values/types';

import type { OperationPlan } from './operation-plan';
import {
  applied,
  hasForm,
  isConditional,
  partOf,
  sentAs,
  validValue,
  variedParameters,
} from './parameter-values';
import { kebab } from './reject-body-violations';
import { expectRejection, requireAccepted, send } from './steps';
import { violationRisk, violationRule, violationSentence, violationTitle } from './violation-words';
import { writeCase } from './write-case';

/** Each keyword of each path, query, header and cookie parameter is enforced, and required ones are required. */
export function rejectParameterViolations(plan: OperationPlan): TestCase[] {
  // A wrong tag or date is another state of the item (412), not a wrong request.
  return variedParameters(plan)
    .filter((each) => !isConditional(each))
    .flatMap((parameter) => [...missing(plan, parameter), ...broken(plan, parameter)]);
}

function missing(plan: OperationPlan, parameter: Parameter): TestCase[] {
  // Without a path parameter the request goes to another path.
  if (!parameter.required || parameter.in === 'path') return [];
  const source = parameter.source;
  const omitted = sentAs(plan, parameter, undefined);
  const rule = `${parameter.in} parameter ${parameter.name} is required`;
  return [
    writeCase(plan, {
      category: 'validation',
      rule: `${parameter.in}-required`,
      place: `${parameter.in} ${parameter.name}`,
      section: 'validation',
      title: violationTitle('required', `${parameter.in} ${parameter.name}`, true),
      doc: violationSentence('required', `${capital(parameter.in)} parameter ${parameter.name}`, true),
      risk: violationRisk('required', 0),
      steps: [
        requireAccepted(plan),
        send(plan, { [omitted.part]: omitted.value }, [source]),
        expectRejection(plan, refusal(plan, parameter), literal(rule)),
      ],
    }),
  ];
}

function broken(plan: OperationPlan, parameter: Parameter): TestCase[] {
  const { context, operation } = plan;
  const base = validValue(plan, parameter);
  if (base === undefined) return [];
  const found = context.values.violations(parameter.schema, base, parameter.in);
  for (const { reason, source } of found.skipped) {
    context.report(gapOf(operation, `${parameter.in} parameter ${parameter.name}`, reason, source));
  }
  const byKeyword = new Map<string, { violation: Violation; row: Row }[]>();
  for (const violation of found.items) {
    const value = applied(base, violation.delta);
    if (value === undefined || !hasForm(parameter, base, value)) continue;
    const row = {
      id: violation.id,
      values: [sentAs(plan, parameter, value).value],
      sources: [violation.source],
    };
    const inside = violation.delta.path.length > 0 ? 'inside' : 'whole';
    const key = `${violation.keyword} ${inside}`;
    byKeyword.set(key, [...(byKeyword.get(key) ?? []), { violation, row }]);
  }
  return [...byKeyword.values()].flatMap((group) => familyCase(plan, parameter, group));
}

function familyCase(
  plan: OperationPlan,
  parameter: Parameter,
  group: { violation: Violation; row: Row }[],
): TestCase[] {
  const [first] = group;
  if (!first) return [];
  const { violation } = first;
  const isInside = violation.delta.path.length > 0;
  const part = partOf(parameter);
  const isFamily = group.length > 1;
  const label = isInside ? `member of ${parameter.name}` : parameter.name;
  const rule = violationRule(
    violation.keyword,
    `${parameter.in} parameter ${parameter.name}`,
    violation.limit,
  );
  const value = isFamily ? name(fixed(part)) : first.row.values[0];
  return [
    writeCase(plan, {
      category: 'validation',
      rule: `${parameter.in}-${kebab(violation.keyword)}`,
      place: `${parameter.in} ${parameter.name}${isInside ? ' inside' : ''}`,
      section: 'validation',
      title: violationTitle(violation.keyword, `${parameter.in} ${label}`, violation.limit),
      doc: violationSentence(
        violation.keyword,
        `${isInside ? 'Each member of ' : ''}${isInside ? parameter.in : capital(parameter.in)} parameter ${parameter.name}`,
        violation.limit,
      ),
      risk: violationRisk(violation.keyword, isInside ? 1 : 0),
      parameters: isFamily ? [fixed(part)] : [],
      rows: isFamily ? group.map(({ row }) => row) : [],
      steps: [
        requireAccepted(plan),
        send(plan, { [part]: value }, isFamily ? [] : [violation.source]),
        expectRejection(plan, refusal(plan, parameter), literal(rule)),
      ],
    }),
  ];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A path that cannot name anything may be answered 404 where that is all the document offers. */
function refusal({ operation, context }: OperationPlan, parameter: Parameter): Expected {
  const statuses = context.settings.invalidStatuses;
  const isOffered = statuses.some((status) => documents(operation, status));
  return expectedRefusal(operation, parameter.in === 'path' && !isOffered ? [...statuses, 404] : statuses);
}
