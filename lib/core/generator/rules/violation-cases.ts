import type { Row, Step, TestCase } from '../plan/case';
import { expectedRefusal } from '../plan/expected';
import { literal, name, type Expression, type Name } from '../plan/expression';
import { fixed, help } from '../plan/named';
import type { Refusals } from '../plan/refusals';
import type { Path } from '../plan/request-body';
import type { Violation } from '../values/types';

import type { OperationPlan } from './operation-plan';
import { canRepeat } from './repeatable';
import { expectRejection, send } from './steps';
import {
  placeText,
  placeWords,
  violationRisk,
  violationRule,
  violationSentence,
  violationTitle,
} from './violation-words';
import { writeCase } from './write-case';

/** An accepted body that violations change: the steps that show it is accepted, and the expression that stands for it. */
export interface AcceptedBody {
  steps: Step[];
  body: Expression;
  fixtures: Name[];
  /** What tells it from the usual body, in words: ` as card payment`. */
  words: string;
  /** The same for keys. */
  key: string;
}

/** One test per member and keyword, one row per near miss. */
export function violationCases(
  plan: OperationPlan,
  violations: Violation[],
  accepted: AcceptedBody,
): TestCase[] {
  return groups(violations).flatMap((group) => {
    // A row cannot hold what a fixture makes: such a value is a test of its own.
    const alone = group.filter((each) => memberOf(plan, each).uses.length > 0);
    const rows = group.filter((each) => !alone.includes(each));
    const family = rows.length > 0 ? [familyCase(plan, rows, accepted)] : [];
    const single = alone.filter((each) => isRepeatable(plan, each));
    return [...family, ...single.map((each) => familyCase(plan, [each], accepted))];
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

/** Violations of one keyword at one member; missing and added members of one object stand together. */
export function groups(violations: Violation[]): Violation[][] {
  const grouped = new Map<string, Violation[]>();
  for (const violation of violations) {
    const { keyword, delta, condition, limit } = violation;
    const isTogether = keyword !== 'dependentRequired' && keyword !== 'patternProperties';
    const place = delta.op === 'add' || keyword === 'required' ? delta.path.slice(0, -1) : delta.path;
    const key = JSON.stringify([keyword, delta.op, place, condition, isTogether || limit]);
    const group = grouped.get(key);
    if (group) group.push(violation);
    else grouped.set(key, [violation]);
  }
  return [...grouped.values()];
}

/** What a group of violations varies: the name of a member, its value, or both. */
interface Varied {
  parameters: Name[];
  valuesOf(violation: Violation): Expression[];
  body(base: Expression, first: Violation): Expression;
}

const varyingName = fixed('name');
const varyingValue = fixed('value');

function removedNames(): Varied {
  return {
    parameters: [varyingName],
    valuesOf: ({ delta }) => [literal(delta.path.at(-1) ?? 0)],
    body: (base, { delta }) => help('without', [base, ...parentSteps(delta.path), name(varyingName)]),
  };
}

function addedMembers(group: Violation[]): Varied {
  const values = group.map(({ delta }) => (delta.op === 'remove' ? null : delta.value));
  const names = group.map(({ delta }) => delta.path.at(-1) ?? 0);
  const isSameValue = values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));
  const isSameName = !isSameValue && names.every((each) => each === names[0]);
  const [step, value] = [isSameName ? literal(names[0] ?? 0) : name(varyingName), values[0] ?? null];
  return {
    parameters: [...(isSameName ? [] : [varyingName]), ...(isSameValue ? [] : [varyingValue])],
    valuesOf: ({ delta }) => [
      ...(isSameName ? [] : [literal(delta.path.at(-1) ?? 0)]),
      ...(isSameValue || delta.op === 'remove' ? [] : [literal(delta.value)]),
    ],
    body: (base, { delta }) =>
      help('changed', [base, ...parentSteps(delta.path), step], {
        value: isSameValue ? literal(value) : name(varyingValue),
      }),
  };
}

function setValues(): Varied {
  return {
    parameters: [varyingValue],
    valuesOf: ({ delta }) => [literal(delta.op === 'remove' ? null : delta.value)],
    body: (base, { delta }) =>
      help('changed', [base, ...delta.path.map((step) => literal(step))], { value: name(varyingValue) }),
  };
}

function parentSteps(path: Path): Expression[] {
  return path.slice(0, -1).map((step) => literal(step));
}

function variedBy(group: Violation[], op: Violation['delta']['op']): Varied {
  if (op === 'remove') return removedNames();
  return op === 'add' ? addedMembers(group) : setValues();
}

function familyCase(plan: OperationPlan, group: Violation[], accepted: AcceptedBody): TestCase {
  const { operation, context } = plan;
  const [first] = group;
  if (!first) throw new TypeError('A group of violations has a member.');
  const { keyword, delta, condition } = first;
  const varied = group.length > 1 ? variedBy(group, delta.op) : undefined;
  const isMissing = delta.op === 'remove' && varied !== undefined;
  const path: Path = isMissing || delta.op === 'add' ? delta.path.slice(0, -1) : delta.path;
  const words = wordsOf(first, path, isMissing);
  const expected = expectedRefusal(operation, context.settings.invalidStatuses);
  const body = varied ? varied.body(accepted.body, first) : changedBody(plan, accepted.body, first);
  const variant = [condition && JSON.stringify(condition), accepted.key].filter(Boolean).join(' ');
  return writeCase(plan, {
    category: 'validation',
    rule: `body-${kebab(keyword)}`,
    place: `body ${JSON.stringify(path)}${variant === '' ? '' : ` ${variant}`}`,
    section: 'validation',
    title: withWords(words.title, accepted.words),
    doc: withWords(words.sentence, accepted.words),
    risk: violationRisk(first, Math.max(0, path.length - 1)) - (accepted.words === '' ? 0 : 4),
    fixtures: [...accepted.fixtures, ...(varied ? [] : memberOf(plan, first).uses)],
    parameters: varied?.parameters ?? [],
    rows: varied ? group.map((each) => rowOf(each, varied)) : [],
    ...(memberOf(plan, first).uses.length === 0 && { refusals: refusalsOf(group, accepted) }),
    steps: [
      ...accepted.steps,
      send(plan, { body }, varied ? [operation.source] : [first.source]),
      expectRejection(plan, expected, literal(words.rule)),
    ],
  });
}

/** The same as rows of a test of several rules. */
function refusalsOf(group: Violation[], { body, words }: AcceptedBody): Refusals {
  const isRemoval = group.every(({ delta }) => delta.op === 'remove');
  return {
    part: fixed('body'),
    base: body,
    words,
    keyword: group[0]?.keyword ?? '',
    isRemoval,
    items: group.map((each) => {
      const { delta, id } = each;
      const path = delta.op === 'add' ? delta.path.slice(0, -1) : delta.path;
      const title = violationTitle(each, placeWords(path, 'body')).replace(/^rejects /, '');
      return {
        breaks: title,
        ...(group.length > 1 && !isRemoval && { miss: id }),
        path: delta.path,
        ...(delta.op !== 'remove' && { value: literal(delta.value) }),
      };
    }),
  };
}

/** A rule says itself under which condition it holds, or which member makes the branch. */
function withWords(text: string, words: string): string {
  const isSaid = text.endsWith(words) || text.endsWith(words.replace(/^ with /, ' '));
  return isSaid && words !== '' ? text : `${text}${words}`;
}

function rowOf(violation: Violation, varied: Varied): Row {
  const { delta, id, source } = violation;
  const rowId = delta.op === 'remove' ? String(delta.path.at(-1)) : id;
  return { id: rowId, values: varied.valuesOf(violation), sources: [source] };
}

function wordsOf(
  first: Violation,
  path: Path,
  isMissing: boolean,
): { title: string; rule: string; sentence: string } {
  const place = placeWords(path, 'body');
  const whole = path.length === 0 ? 'The body' : `Body member ${placeText(path, '')}`;
  if (!isMissing) {
    return {
      title: violationTitle(first, place),
      rule: violationRule(first, placeText(path, 'body')),
      sentence: violationSentence(first, whole),
    };
  }
  const owner = path.length === 0 ? 'property' : `property of ${place}`;
  const member = placeText(path, 'the body');
  return {
    title: violationTitle(first, owner),
    rule: violationRule(first, `each required member of ${member}`).replace(/ is required/, ''),
    sentence: violationSentence(first, `Each required member of ${member}`).replace(
      / is required/,
      ' is there',
    ),
  };
}

function changedBody(plan: OperationPlan, base: Expression, violation: Violation): Expression {
  const { delta } = violation;
  const steps = delta.path.map((step) => literal(step));
  if (delta.op === 'remove') return help('without', [base, ...steps]);
  return help('changed', [base, ...steps], { value: memberOf(plan, violation).expression });
}

export function kebab(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
