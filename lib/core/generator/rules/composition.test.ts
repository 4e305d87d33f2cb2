import { describe, expect, it } from 'vitest';

import { apiWith, jsonBody, planFrom } from '../../../testing/generate';
import type { TestCase } from '../plan/case';

const responses = { 200: { description: 'ok' }, 400: { description: 'bad' } };
const text = { type: 'string' };
const whole = { type: 'integer' };
const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });

async function casesOf(operation: object, more: object = {}): Promise<TestCase[]> {
  const plan = await planFrom(apiWith({ '/notes': { post: { responses, ...operation } } }, more));
  return plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
}

const card = object(
  { kind: { const: 'card' }, number: { ...text, minLength: 4 } },
  { required: ['kind', 'number'] },
);
const cash = object(
  { kind: { const: 'cash' }, given: { ...whole, minimum: 1 } },
  { required: ['kind', 'given'] },
);
const payment = {
  oneOf: [{ $ref: '#/components/schemas/CardPayment' }, { $ref: '#/components/schemas/Cash' }],
  discriminator: { propertyName: 'kind', mapping: { card: 'CardPayment', cash: 'Cash' } },
};
const components = { components: { schemas: { CardPayment: card, Cash: cash } } };

describe('rules that hold whole schemas', () => {
  it.each<[string, object, string, string]>([
    [
      'propertyNames',
      object({}, { propertyNames: { maxLength: 3 }, minProperties: 1 }),
      'body-property-names',
      'rejects misnamed property in body',
    ],
    [
      'patternProperties',
      object({ a: text }, { patternProperties: { '^x-': whole } }),
      'body-pattern-properties',
      'rejects unfit property by name pattern in body',
    ],
    [
      'additionalProperties',
      object({ a: text }, { additionalProperties: whole }),
      'body-additional-properties',
      'rejects unfit additional property in body',
    ],
    [
      'unevaluatedProperties',
      { allOf: [object({ a: text })], unevaluatedProperties: false },
      'body-unevaluated-properties',
      'rejects undescribed property in body',
    ],
    [
      'contains',
      object({ a: { type: 'array', items: whole, contains: { minimum: 50 } } }),
      'body-contains',
      'rejects a without the item that it must contain',
    ],
    [
      'maxContains',
      object({ a: { type: 'array', items: whole, contains: { minimum: 50 }, maxContains: 2 } }),
      'body-max-contains',
      'rejects a containing more than 2 of a kind',
    ],
    [
      'items after a prefix',
      object({ a: { type: 'array', prefixItems: [whole], items: false } }),
      'body-items',
      'rejects a with an extra item',
    ],
    ['not', object({ a: { ...text, not: { const: 'admin' } } }), 'body-not', 'rejects a that is excluded'],
    [
      'oneOf',
      object({
        a: {
          oneOf: [
            { ...whole, multipleOf: 3 },
            { ...whole, multipleOf: 5 },
          ],
        },
      }),
      'body-one-of',
      'rejects a that fits not exactly one branch',
    ],
    ['anyOf', object({ a: { anyOf: [text, whole] } }), 'body-any-of', 'rejects a that fits no branch'],
    [
      'discriminator',
      object({ by: payment }),
      'body-discriminator',
      'rejects by kind that does not name its branch',
    ],
    [
      'dependentRequired',
      object({ a: text, b: text }, { dependentRequired: { a: ['b'] } }),
      'body-dependent-required',
      'rejects missing b where a is given',
    ],
    [
      'dependentSchemas',
      object({ a: text, b: text }, { dependentSchemas: { a: { required: ['b'] } } }),
      'body-required',
      'rejects missing b where a is given',
    ],
    [
      'then',
      object({ a: text, b: text }, { if: { required: ['a'] }, then: { required: ['b'] } }),
      'body-required',
      'rejects missing b where its condition holds',
    ],
    [
      'else, from a body of its own',
      object(
        { a: { type: 'boolean' }, b: whole },
        {
          required: ['a'],
          if: { properties: { a: { const: true } } },
          else: { properties: { b: { maximum: 9 } } },
        },
      ),
      'body-maximum',
      'rejects b above 9 where its condition fails',
    ],
    ['another branch', object({ by: payment }), 'body-minimum', 'rejects by given below 1 as cash'],
    ['a branch', object({ by: payment }), 'accept-branch', 'accepts by as cash'],
    ['a branch of the whole body', payment, 'accept-branch', 'accepts body as cash'],
    [
      'a side of a condition',
      object({ a: { type: 'boolean' } }, { if: { required: ['a'] }, then: { required: ['b'] }, else: {} }),
      'accept-branch',
      'accepts body where its condition fails',
    ],
    [
      'optional members',
      object({ a: text, b: text, c: text }, { required: ['a'] }),
      'accept-one-optional',
      'accepts each optional member alone',
    ],
  ])('%s', async (_, schema, rule, title) => {
    const cases = await casesOf({ requestBody: jsonBody(schema) }, components);
    expect(cases.filter((each) => each.rule === rule).map((each) => each.title)).toContain(title);
  });

  it('shows that a body of another branch is accepted before it changes it', async () => {
    const cases = await casesOf({ requestBody: jsonBody(object({ by: payment })) }, components);
    const steps = cases.find((each) => each.title === 'rejects by given below 1 as cash')?.steps;
    expect(steps?.map(({ into, call }) => [into, 'helper' in call ? call.helper : call.method])).toEqual([
      ['body', 'changed'],
      [undefined, 'require_accepted'],
      ['response', 'send'],
      [undefined, 'expect_rejection'],
    ]);
    expect(steps?.[1]?.call.named).toEqual([{ name: 'body', value: { kind: 'name', name: 'body' } }]);
  });
});

describe('members of parameters and forms', () => {
  const filter = object({ min: { ...whole, minimum: 1 }, kind: { enum: ['a', 'b'] } }, { required: ['min'] });
  const parameter = (more: object) => ({ parameters: [{ name: 'filter', schema: filter, ...more }] });
  const form = (mediaType: string) => ({
    requestBody: {
      required: true,
      content: { [mediaType]: { schema: object({ filter: { ...whole, minimum: 1 } }) } },
    },
  });

  it.each<[string, object, string, string]>([
    [
      'deepObject',
      parameter({ in: 'query', style: 'deepObject' }),
      'query-minimum',
      'rejects query filter min below 1',
    ],
    [
      'deepObject, required',
      parameter({ in: 'query', style: 'deepObject', required: true }),
      'query-enum',
      'rejects query filter kind outside its enum',
    ],
    ['exploded form', parameter({ in: 'query' }), 'query-minimum', 'rejects query filter min below 1'],
    ['header', parameter({ in: 'header' }), 'header-minimum', 'rejects header filter min below 1'],
    [
      'cookie',
      parameter({ in: 'cookie', explode: false }),
      'cookie-minimum',
      'rejects cookie filter min below 1',
    ],
    ['urlencoded', form('application/x-www-form-urlencoded'), 'body-minimum', 'rejects filter below 1'],
    ['multipart', form('multipart/form-data'), 'body-minimum', 'rejects filter below 1'],
  ])('%s', async (_, operation, rule, title) => {
    const cases = await casesOf(operation);
    expect(cases.filter((each) => each.rule === rule).map((each) => each.title)).toContain(title);
  });
});
