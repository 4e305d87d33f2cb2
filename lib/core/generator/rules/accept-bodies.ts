import type { Json } from '../../json';
import type { Schema } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { gapOf } from '../plan/context';
import { expectedSuccess } from '../plan/expected';
import { hasFlag, propertiesOf } from '../plan/schema-members';
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
  const full = context.values.valid(schema, { name: resource.noun, fill: 'all', place, key: operation.id });
  return body.media.examples.flatMap((example, index) => {
    const value = asSent(plan, schema, example.value);
    if (JSON.stringify(value) === JSON.stringify(body.value)) return [];
    if (!context.values.isValid(schema, value)) {
      const reason = 'the example does not fit its schema';
      context.report(gapOf(operation, `example ${example.name}`, reason, example.source));
      return [];
    }
    const isNamed = example.name !== '' && example.name !== 'example';
    const unique = 'value' in full ? full.unique : [];
    return accept(
      plan,
      { value, origin: 'example', unique },
      {
        rule: 'accept-example',
        place: `body example ${example.name}`,
        title: isNamed ? `accepts example ${example.name}` : 'accepts the documented example',
        doc: `The documented example${isNamed ? ` ${example.name}` : ''} is accepted`,
        // The first one shows that the document can be followed; the others come after the rules.
        risk: index === 0 ? 66 : 46,
        source: example.source,
      },
    );
  });
}

/** An example as a client sends it: what only the server sets is left out (OpenAPI "Schema Object", `readOnly`). */
function asSent({ context }: OperationPlan, schema: Schema, example: Json): Json {
  if (example === null || typeof example !== 'object' || Array.isArray(example)) return example;
  const { schemas } = context.model;
  const properties = propertiesOf(schema, schemas);
  return Object.fromEntries(
    Object.entries(example).filter(([field]) => !hasFlag(properties.get(field), 'readOnly', schemas)),
  );
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
