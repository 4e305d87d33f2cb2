import type { TestCase } from '../plan/case';
import { expectedExactly } from '../plan/expected';
import { literal } from '../plan/expression';
import { help, invoke } from '../plan/named';

import type { OperationPlan } from './operation-plan';
import { expectRejection, requireAccepted, send } from './steps';
import { writeCase } from './write-case';

const units: Record<string, number> = { b: 1, bytes: 1, kb: 1024, kib: 1024, mb: 1024 ** 2, mib: 1024 ** 2 };
const largest = 16 * 1024 ** 2;

/** A body beyond the limit that the document states beside its 413 (RFC 9110 section 15.5.14); nothing larger than 16 MiB. */
export function rejectLargeBodies(plan: OperationPlan): TestCase[] {
  const { operation, call } = plan;
  const tooLarge = operation.responses.find((each) => each.status === '413');
  const isJson = call.body?.place === 'json';
  if (!tooLarge || !call.body || (!isJson && call.body.place !== undefined)) return [];
  const limit = statedLimit(tooLarge.description) ?? statedLimit(operation.requestBody?.description ?? '');
  if (limit === undefined || limit > largest) return [];
  const refused = expectedExactly(operation, [413]);
  const content = isJson ? invoke(plan.subject, 'body') : undefined;
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'body-too-large',
      place: 'body',
      section: 'error',
      title: `rejects a body of more than ${String(limit)} bytes`,
      doc: 'The document states how large a body may be',
      risk: 66,
      steps: [
        requireAccepted(plan),
        send(plan, { raw_body: help('padded', [literal(limit + 1)], { body: content }) }, [tooLarge.source]),
        expectRejection(plan, refused, literal(`a body has at most ${String(limit)} bytes`)),
      ],
    }),
  ];
}

/** `at most 2 MB`; a thousand or 1024: the larger one is too large in any reading. */
export function statedLimit(text: string): number | undefined {
  const [, count, unit] = /(\d+(?:\.\d+)?)\s*(bytes|b|kb|kib|mb|mib)\b/i.exec(text) ?? [];
  const size = unit === undefined ? undefined : units[unit.toLowerCase()];
  return size === undefined ? undefined : Math.ceil(Number(count) * size);
}
