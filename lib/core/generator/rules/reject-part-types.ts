import type { TestCase } from '../plan/case';
import { documents, expectedRefusal } from '../plan/expected';
import { literal } from '../plan/expression';
import { formatOf } from '../plan/media-type';

import type { OperationPlan } from './operation-plan';
import { expectRejection, requireAccepted, send } from './steps';
import { writeCase } from './write-case';

const unknown = 'application/x-unknown';

/**
 * A part of a multipart body in another media type than its own (OpenAPI "Encoding Object", `contentType`), where the
 * document says that media types are refused.
 */
export function rejectPartTypes(plan: OperationPlan): TestCase[] {
  const { operation, call } = plan;
  const body = call.body;
  if (!body || formatOf(body.mediaType) !== 'multipart' || !documents(operation, 415)) return [];
  const { encoding: usual } = body;
  if (usual === undefined || usual === null || typeof usual !== 'object' || Array.isArray(usual)) return [];
  return Object.entries(body.media.encoding).flatMap(([part, { contentType }]): TestCase[] => {
    const own = usual[part];
    if (contentType === undefined || contentType.includes('*')) return [];
    if (own === undefined || own === null || typeof own !== 'object' || Array.isArray(own)) return [];
    const encoding = { ...usual, [part]: { ...own, contentType: unknown } };
    const change = { media_type: literal(body.mediaType), encoding: literal(encoding) };
    return [
      writeCase(plan, {
        category: 'error',
        rule: 'undocumented-part-type',
        place: `body part ${part}`,
        section: 'error',
        title: `rejects ${part} in an undocumented media type`,
        doc: `The part ${part} is ${contentType}`,
        risk: 64,
        steps: [
          requireAccepted(plan),
          send(plan, change, [body.media.source]),
          expectRejection(
            plan,
            expectedRefusal(operation, [415]),
            literal(`${part} is never ${unknown}`),
            true,
          ),
        ],
      }),
    ];
  });
}
