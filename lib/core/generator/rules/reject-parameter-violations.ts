import type { Parameter } from '../../openapi/model';
import type { Row, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { documents, expectedRefusal, type Expected } from '../plan/expected';
import { literal, name, type Expression } from '../plan/expression';
import { fixed } from '../plan/named';
import type { Violation } from '../values/types';

import type { OperationPlan } from './operation-plan';
import {
  applied,
  hasForm,
  isConditional,
  isSeen,
  partOf,
  sentAs,
  validValue,
  variedParameters,
} from './parameter-values';
import { expectRejection, requireAccepted, send } from './steps';
import { kebab } from './violation-cases';
import {
  placeText,
  placeWords,
  violationRisk,
  violationRule,
  violationSentence,
  violationTitle,
} from './violation-words';
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
  const { source } = parameter;
  const omitted = sentAs(plan, parameter, undefined);
  const rule = { keyword: 'required', limit: true };
  return [
    writeCase(plan, {
      category: 'validation',
      rule: `${parameter.in}-required`,
      place: `${parameter.in} ${parameter.name}`,
      section: 'validation',
      title: violationTitle(rule, `${parameter.in} ${parameter.name}`),
      doc: violationSentence(rule, `${capital(parameter.in)} parameter ${parameter.name}`),
      risk: violationRisk(rule, 0),
      steps: [
        requireAccepted(plan),
        send(plan, { [omitted.part]: omitted.value }, [source]),
        expectRejection(
          plan,
          refusal(plan, parameter),
          literal(violationRule(rule, `${parameter.in} parameter ${parameter.name}`)),
        ),
      ],
    }),
  ];
}

interface Found {
  violation: Violation;
  /** Where the rule holds: what holds a member that is missing or new. */
  path: (string | number)[];
  value: Expression;
}

function broken(plan: OperationPlan, parameter: Parameter): TestCase[] {
  const { context, operation } = plan;
  const base = validValue(plan, parameter);
  if (base === undefined) return [];
  const construct = `${parameter.in} parameter ${parameter.name}`;
  const found = context.values.violations(parameter.schema, base, parameter.in);
  for (const { reason, source } of found.skipped) {
    context.report(gapOf(operation, construct, reason, source));
  }
  const families = new Map<string, Found[]>();
  for (const violation of found.items) {
    const { keyword, delta, source, condition } = violation;
    const value = applied(base, delta);
    if (value === undefined) continue;
    if (!hasForm(parameter, base, value) || !isSeen(parameter, base, violation)) {
      const reason = `${keyword} cannot be told from other parameters: each member is one of its own`;
      context.report(gapOf(operation, construct, reason, source));
      continue;
    }
    const path = delta.op === 'add' ? delta.path.slice(0, -1) : delta.path;
    const key = JSON.stringify([keyword, path, condition]);
    const item = { violation, path, value: sentAs(plan, parameter, value).value };
    families.set(key, [...(families.get(key) ?? []), item]);
  }
  return [...families.values()].flatMap((family) => familyCase(plan, parameter, family));
}

function familyCase(plan: OperationPlan, parameter: Parameter, group: Found[]): TestCase[] {
  const [first] = group;
  if (!first) return [];
  const { violation, path } = first;
  const part = partOf(parameter);
  const isFamily = group.length > 1;
  const [where, inner] = [`${parameter.in} parameter ${parameter.name}`, path.length > 0];
  const words = placeWords([parameter.name, ...path], parameter.name);
  const member = inner ? `Member ${placeText(path, '')} of ${where}` : capital(where);
  const value = isFamily ? name(fixed(part)) : first.value;
  const title = violationTitle(violation, `${parameter.in} ${words}`).replace(/^rejects /, '');
  const rows = group.map((each): Row => {
    return { id: each.violation.id, values: [each.value], sources: [each.violation.source] };
  });
  return [
    writeCase(plan, {
      category: 'validation',
      rule: `${parameter.in}-${kebab(violation.keyword)}`,
      place: `${parameter.in} ${parameter.name}${inner ? ` ${JSON.stringify(path)}` : ''}`,
      section: 'validation',
      title: violationTitle(violation, `${parameter.in} ${words}`),
      doc: violationSentence(violation, member),
      risk: violationRisk(violation, path.length),
      parameters: isFamily ? [fixed(part)] : [],
      rows: isFamily ? rows : [],
      refusals: {
        part: fixed(part),
        words: '',
        keyword: violation.keyword,
        isRemoval: false,
        items: group.map((each) => ({
          breaks: title,
          ...(isFamily && { miss: each.violation.id }),
          value: each.value,
        })),
      },
      steps: [
        requireAccepted(plan),
        send(plan, { [part]: value }, isFamily ? [] : [violation.source]),
        expectRejection(
          plan,
          refusal(plan, parameter),
          literal(violationRule(violation, inner ? `${where}: ${placeText(path, '')}` : where)),
        ),
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
