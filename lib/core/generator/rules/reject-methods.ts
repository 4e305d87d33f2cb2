import type { Step, TestCase } from '../plan/case';
import { expectedExactly } from '../plan/expected';
import { constant, literal, name } from '../plan/expression';
import { fixed, help } from '../plan/named';
import { shapeOf } from '../plan/path-template';

import type { OperationPlan } from './operation-plan';
import { expectRejection, requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

/**
 * Methods that a path does not have are answered 405 (RFC 9110 section 15.5.6), tested once per path. Nothing is sent
 * that would destroy what the tests did not create, should the server know the method after all.
 */
export function rejectMethods(plan: OperationPlan): TestCase[] {
  const { operation, context, call } = plan;
  const shape = shapeOf(operation.path);
  const siblings = context.pathOperations(shape);
  if (siblings[0] !== operation) return [];
  const documented = new Set<string>(siblings.map((each) => each.method));
  const ownsItem = /\{\}$/.test(shape) && call.fixture.samples.length === 0;
  const harmless = ownsItem ? ['put', 'patch', 'delete', 'post', 'get'] : ['post', 'get'];
  const methods = harmless.filter((method) => !documented.has(method)).map((method) => method.toUpperCase());
  const [first] = methods;
  if (first === undefined) return [];
  const isFamily = methods.length > 1;
  const parameter = fixed('method');
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'undocumented-method',
      place: 'method',
      section: 'error',
      title: `rejects ${isFamily ? 'undocumented method' : `undocumented ${first}`}`,
      doc: `${operation.path} has no other methods than those documented`,
      risk: 65,
      parameters: isFamily ? [parameter] : [],
      rows: isFamily ? methods.map((each) => ({ id: each, values: [literal(each)], sources: [] })) : [],
      steps: [
        requireAccepted(plan),
        send(plan, { method: isFamily ? name(parameter) : literal(first), body: constant('OMITTED') }, [
          operation.source,
        ]),
        expectRejection(
          plan,
          expectedExactly(operation, [405]),
          literal('the path has no such method'),
          true,
        ),
        ...expectAllow(plan),
      ],
    }),
  ];
}

/** A 405 says what the path does have (RFC 9110 section 15.5.6); the document may have said so already. */
function expectAllow({ operation }: OperationPlan): Step[] {
  const documented = operation.responses.find((each) => each.status === '405');
  const isChecked = documented?.headers.some((each) => each.required && /^allow$/i.test(each.name));
  return isChecked
    ? []
    : [{ call: help('expect_header', [name(response), literal('Allow')]), sources: [operation.source] }];
}
