import type { ApiResponse } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { exactStatus } from '../plan/expected';
import { literal, name } from '../plan/expression';
import { fixed, help, invoke } from '../plan/named';

import type { OperationPlan } from './operation-plan';
import { answerOf, response } from './steps';
import { writeCase } from './write-case';

export const preferredCodes = 'preferred-code';

/**
 * Each documented failure as the document describes it, on servers that answer with the status that a client prefers
 * (`Prefer: code=404`, RFC 7240); on others the test is skipped.
 */
export function preferCodes(plan: OperationPlan): TestCase[] {
  const failures = plan.operation.responses.flatMap((each): { status: number; answer: ApiResponse }[] => {
    const status = exactStatus(each);
    return status !== undefined && status >= 400 ? [{ status, answer: each }] : [];
  });
  const [first] = failures;
  if (!first || plan.operation.method === 'head') return [];
  const isFamily = failures.length > 1;
  const code = fixed('code');
  const schema = fixed('schema');
  const wanted = isFamily ? name(code) : literal(first.status);
  const files = failures.map(({ answer }) => plan.schemas.of(plan.subject, answer) ?? null);
  const hasSchemas = isFamily && files.some((each) => each !== null);
  const rows = failures.map(({ status, answer }, index) => ({
    id: String(status),
    values: [literal(status), ...(hasSchemas ? [literal(files[index] ?? null)] : [])],
    sources: [answer.source],
  }));
  const answer = answerOf(
    plan,
    failures.map((each) => each.answer),
  );
  return [
    writeCase(plan, {
      category: 'error',
      rule: preferredCodes,
      place: 'responses',
      section: 'error',
      title: isFamily ? 'describes its failures' : `describes its failure ${String(first.status)}`,
      doc: 'Each failure is as documented, on servers that let a client prefer one',
      risk: 35,
      parameters: isFamily ? [code, ...(hasSchemas ? [schema] : [])] : [],
      rows: isFamily ? rows : [],
      steps: [
        {
          into: response,
          call: invoke(plan.subject, 'send_preferring', [wanted]),
          sources: isFamily ? [] : [first.answer.source],
        },
        {
          call: help('expect_preferred', [name(response), wanted], {
            ...answer,
            ...(hasSchemas && { schema: name(schema) }),
          }),
          sources: [],
        },
      ],
    }),
  ];
}
