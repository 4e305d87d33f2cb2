import type { Row, TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { expectedRefusal } from '../plan/expected';
import { literal, name, type Expression } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';
import type { Path } from '../plan/request-body';
import type { Violation } from '../values/types';

import type { OperationPlan } from './operation-plan';
import { rejectWrongTypes } from './reject-wrong-types';
import { canRepeat } from './repeatable';
import { expectRejection, requireAccepted, send } from './steps';
import {
  placeText,
  placeWords,
  violationRisk,
  violationRule,
  violationSentence,
  violationTitle,
} from './violation-words';
import { writeCase } from './write-case';

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
  const others = groups(once.filter((each) => !types.includes(each))).flatMap((group) => {
    // A row cannot hold what a fixture makes: such a value is a test of its own.
    const alone = group.filter((each) => memberOf(plan, each).uses.length > 0);
    const rows = group.filter((each) => !alone.includes(each));
    const family = rows.length > 0 ? [familyCase(plan, rows)] : [];
    return [
      ...family,
      ...alone.filter((each) => isRepeatable(plan, each)).map((each) => familyCase(plan, [each])),
    ];
  });
  return [...others, ...rejectWrongTypes(plan, types)];
}

/** The first of the violations that break the same keyword in the same way: items of one list are alike. */
function distinctRules(violations: Violation[]): Violation[] {
  const seen = new Set<string>();
  return violations.filter(({ source, keyword, id, delta }) => {
    const names = delta.path.filter((step) => typeof step === 'string');
    const key = JSON.stringify([source, keyword, id, delta.op, names]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isRepeatable(plan: OperationPlan, { delta, keyword, source }: Violation): boolean {
  return (
    delta.op === 'remove' || keyword === 'uniqueItems' || canRepeat(plan, delta.path, delta.value, source)
  );
}

function memberOf(
  plan: OperationPlan,
  { delta }: Violation,
): ReturnType<OperationPlan['fixtures']['memberOf']> {
  if (delta.op === 'remove') return { expression: literal(null), uses: [] };
  return plan.fixtures.memberOf(plan.operation, delta.path, delta.value);
}

/** Violations of one keyword at one member; missing members of one object stand together. */
export function groups(violations: Violation[]): Violation[][] {
  const grouped = new Map<string, Violation[]>();
  for (const violation of violations) {
    const path = violation.keyword === 'required' ? violation.delta.path.slice(0, -1) : violation.delta.path;
    const place = violation.keyword === 'additionalProperties' ? path.slice(0, -1) : path;
    const key = JSON.stringify([violation.keyword, violation.delta.op, place]);
    const group = grouped.get(key);
    if (group) group.push(violation);
    else grouped.set(key, [violation]);
  }
  return [...grouped.values()];
}

function familyCase(plan: OperationPlan, group: Violation[]): TestCase {
  const { operation, context } = plan;
  const first = group[0];
  if (!first) throw new TypeError('A group of violations has a member.');
  const { keyword, delta } = first;
  const isFamily = group.length > 1;
  const isMissing = delta.op === 'remove';
  const parent = delta.path.slice(0, -1);
  const path: Path =
    isMissing && isFamily ? parent : keyword === 'additionalProperties' ? parent : delta.path;
  const place = placeWords(path, 'body');
  const title =
    isMissing && isFamily
      ? `rejects missing ${path.length === 0 ? 'property' : `property of ${place}`}`
      : violationTitle(keyword, place, first.limit);
  const parameter = fixed(
    isMissing ? 'name' : keyword === 'additionalProperties' && isFamily ? 'name' : 'value',
  );
  const rows: Row[] = isFamily
    ? group.map((each) => ({ id: rowId(each), values: [rowValue(each)], sources: [each.source] }))
    : [];
  const expected = expectedRefusal(operation, context.settings.invalidStatuses);
  const base = invoke(plan.subject, 'body');
  const changed = changedBody(plan, base, first, isFamily ? name(parameter) : undefined);
  const rule =
    isMissing && isFamily
      ? `each required member of ${placeText(path, 'the body')}`
      : violationRule(keyword, placeText(path, 'body'), first.limit);
  const whole = path.length === 0 ? 'The body' : `Body member ${placeText(path, '')}`;
  const sentence =
    isMissing && isFamily
      ? `Each required member of ${placeText(path, 'the body')} is there`
      : violationSentence(keyword, whole, first.limit);
  return writeCase(plan, {
    category: 'validation',
    rule: `body-${kebab(keyword)}`,
    place: `body ${JSON.stringify(path)}`,
    section: 'validation',
    title,
    doc: sentence,
    risk: violationRisk(keyword, Math.max(0, path.length - 1)),
    fixtures: isFamily ? [] : memberOf(plan, first).uses,
    parameters: isFamily ? [parameter] : [],
    rows,
    steps: [
      requireAccepted(plan),
      send(plan, { body: changed }, isFamily ? [operation.source] : [first.source]),
      expectRejection(plan, expected, literal(rule)),
    ],
  });
}

function changedBody(
  plan: OperationPlan,
  base: Expression,
  violation: Violation,
  row: Expression | undefined,
): Expression {
  const { delta, keyword } = violation;
  const steps = delta.path.map((step) => literal(step));
  if (delta.op === 'remove')
    return help('without', [base, ...steps.slice(0, -1), row ?? steps.at(-1) ?? literal(0)]);
  const value = row ?? memberOf(plan, violation).expression;
  if (keyword === 'additionalProperties' && row !== undefined) {
    return help('changed', [base, ...steps.slice(0, -1), row], { value: literal(delta.value) });
  }
  return help('changed', [base, ...steps], { value });
}

function rowValue({ delta, keyword }: Violation): Expression {
  if (delta.op === 'remove' || keyword === 'additionalProperties') return literal(delta.path.at(-1) ?? 0);
  return literal(delta.value);
}

function rowId({ delta, id }: Violation): string {
  return delta.op === 'remove' ? String(delta.path.at(-1)) : id;
}

export function kebab(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
