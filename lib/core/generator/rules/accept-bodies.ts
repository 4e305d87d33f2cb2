import type { TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { expectedSuccess } from '../plan/expected';
import type { ValidValue } from '../values/types';

import type { OperationPlan } from './operation-plan';
import { expectSuccess, requireSamples, send } from './steps';
import { writeCase, type CaseText } from './write-case';

/** Besides the full body: the body with required members only, and each documented example. */
export function acceptBodies(plan: OperationPlan): TestCase[] {
  return [...acceptRequiredOnly(plan), ...acceptExamples(plan)];
}

function acceptRequiredOnly(plan: OperationPlan): TestCase[] {
  const { call, operation, context, resource } = plan;
  const body = call.body;
  if (body?.place === undefined || body.media.schema === undefined) return [];
  const valid = context.values.valid(body.media.schema, {
    name: resource.noun,
    fill: 'required',
    place: body.place,
    key: operation.id,
  });
  if ('reason' in valid || keysOf(valid) === keysOf(body)) return [];
  return accept(plan, valid, {
    rule: 'accept-required-only',
    place: 'body',
    title: 'accepts required members only',
    doc: 'The body holds nothing but what is required',
    risk: 78,
    source: body.media.source,
  });
}

function acceptExamples(plan: OperationPlan): TestCase[] {
  const { call, operation, context, resource } = plan;
  const body = call.body;
  const schema = body?.media.schema;
  if (body?.place === undefined || schema === undefined) return [];
  const place = body.place;
  return body.media.examples.flatMap((example) => {
    if (JSON.stringify(example.value) === JSON.stringify(body.value)) return [];
    const valid = context.values.valid(schema, {
      name: resource.noun,
      fill: 'all',
      place,
      examples: [example.value],
      key: operation.id,
    });
    if ('reason' in valid || valid.origin !== 'example') {
      const reason = 'reason' in valid ? valid.reason : 'the example does not fit its schema';
      context.report(gapOf(operation, `example ${example.name}`, reason, example.source));
      return [];
    }
    return accept(plan, valid, {
      rule: 'accept-example',
      place: `body example ${example.name}`,
      title: `accepts example ${example.name || 'of the document'}`,
      doc: `The documented example ${example.name}`.trim(),
      risk: 66,
      source: example.source,
    });
  });
}

type Accepted = Pick<CaseText, 'rule' | 'place' | 'title' | 'doc' | 'risk'> & {
  source: TestCase['sources'][number];
};

function accept(plan: OperationPlan, valid: ValidValue, { source, ...text }: Accepted): TestCase[] {
  const expected = expectedSuccess(plan.operation);
  if (!expected) return [];
  const body = plan.fixtures.bodyOf(plan.operation, valid);
  return [
    writeCase(plan, {
      ...text,
      category: 'crud',
      section: 'operation',
      fixtures: body.uses,
      steps: [
        ...requireSamples(plan),
        send(plan, { body: body.expression }, [source]),
        expectSuccess(plan, expected),
      ],
    }),
  ];
}

function keysOf({ value }: { value: ValidValue['value'] }): string {
  return value !== null && typeof value === 'object' ? Object.keys(value).sort().join('\n') : '';
}
