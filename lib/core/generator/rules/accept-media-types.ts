import type { ApiResponse, MediaType } from '../../openapi/model';
import { acceptOf } from '../plan/accept-header';
import type { TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal } from '../plan/expression';
import { concrete, essence } from '../plan/media-type';

import type { OperationPlan } from './operation-plan';
import { expectSuccess, requireSamples, send } from './steps';
import { writeCase } from './write-case';

/** Each documented media type of the body is accepted, and each one of the answer is given to who asks for it. */
export function acceptMediaTypes(plan: OperationPlan): TestCase[] {
  return [...requestTypes(plan), ...answerTypes(plan)];
}

/** The media types other than that of the usual request. */
function requestTypes(plan: OperationPlan): TestCase[] {
  const { operation, call, fixtures } = plan;
  const expected = expectedSuccess(operation);
  const used = call.body?.media;
  if (!expected || !used) return [];
  return distinctTypes(operation.requestBody?.content ?? []).flatMap((media): TestCase[] => {
    if (essence(concrete(media.mediaType)) === essence(concrete(used.mediaType))) return [];
    const body = fixtures.bodyAs(operation, media);
    if (!body) return [];
    return [
      writeCase(plan, {
        category: 'crud',
        rule: 'accept-media-type',
        place: `body ${media.mediaType}`,
        section: 'operation',
        title: `accepts a body that is ${essence(body.mediaType)}`,
        doc: `The body may be ${body.mediaType}`,
        risk: 72,
        about: media.source,
        fixtures: body.uses,
        steps: [
          ...requireSamples(plan),
          send(
            plan,
            {
              body: body.expression,
              media_type: literal(body.mediaType),
              encoding: body.encoding === undefined ? undefined : literal(body.encoding),
            },
            [media.source],
          ),
          expectSuccess(plan, expected),
        ],
      }),
    ];
  });
}

/** RFC 9110 section 12.5.1: a server that has what the client accepts gives it. */
function answerTypes(plan: OperationPlan): TestCase[] {
  const expected = expectedSuccess(plan.operation);
  const [answer, ...others] = expected?.responses ?? [];
  const types = distinctTypes(answer?.content ?? []);
  if (!expected || !answer || others.length > 0 || types.length < 2) return [];
  const usual = acceptOf(plan.operation);
  return types.flatMap((media): TestCase[] => {
    const type = essence(concrete(media.mediaType));
    // The usual request asks for it anyway.
    if (usual !== undefined && type === essence(usual)) return [];
    const only: ApiResponse = { ...answer, content: [{ ...media, mediaType: type }] };
    return [
      writeCase(plan, {
        category: 'crud',
        rule: 'answer-media-type',
        place: `response ${media.mediaType}`,
        section: 'operation',
        title: `answers ${type} when asked for it`,
        doc: `Accept chooses ${type}`,
        risk: 63,
        about: media.source,
        steps: [
          ...requireSamples(plan),
          send(plan, { headers: literal({ Accept: type }) }, [media.source]),
          expectSuccess(plan, { ...expected, responses: [only] }),
        ],
      }),
    ];
  });
}

function distinctTypes(content: MediaType[]): MediaType[] {
  const byName = new Map(content.map((media) => [essence(concrete(media.mediaType)), media]));
  return [...byName.values()];
}
