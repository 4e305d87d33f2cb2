import { successTypes } from '../generator/plan/accept-header';
import { documents } from '../generator/plan/expected';
import { isIfMatch } from '../generator/plan/if-match';
import { isWrite, unauthenticatedStatus } from '../generator/rules/credentials';
import type { Operation } from '../openapi/model';

import { chosenMedia } from './answer/accept';
import { writeOutcome, writeRefusal, type Asked } from './answer/write-answer';
import { missingOnTheWay, type Call } from './call';
import { act } from './effects/act';
import { replace, update } from './effects/change';
import { create } from './effects/create';
import { list } from './effects/list';
import { read } from './effects/read';
import { remove } from './effects/remove';
import type { Refusal, Result, TwinRequest, TwinResponse } from './exchange';
import { responseFor, wrongParameterStatus } from './policy';
import { callerOf } from './request/identify-caller';
import { cookiePairs, formPairs, Malformed } from './request/pairs';
import type { RawRequest } from './request/parameter-texts';
import { readBody } from './request/read-body';
import { readParameters, type Arguments } from './request/read-parameters';
import type { World } from './world';

/** A request for an operation of the document. */
export interface Arrived {
  operation: Operation;
  /** Parameters of the path by name, not decoded. */
  raw: Readonly<Record<string, string>>;
  prefix: string;
  request: TwinRequest;
  origin: string;
}

/**
 * Checks a request (who asks, may they, parameters, what they accept, body, what the path names) and does what the
 * operation is for.
 */
export function perform(world: World, arrived: Arrived): TwinResponse {
  const { operation, request, origin } = arrived;
  const asked: Asked = { operation, headers: request.headers, origin };
  let result: Result | TwinResponse;
  try {
    result = resultOf(world, arrived, asked);
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    result = {
      refusal: { status: wrongParameterStatus(operation, true), detail: `The request is ${cause.message}.` },
    };
  }
  if ('body' in result) return result;
  return 'refusal' in result
    ? writeRefusal(world, asked, result.refusal)
    : writeOutcome(world, asked, result);
}

function resultOf(
  world: World,
  { operation, raw, prefix, request }: Arrived,
  asked: Asked,
): Result | TwinResponse {
  const sent: RawRequest = {
    path: raw,
    query: formPairs(request.query),
    cookies: cookiePairs(request.headers['cookie'] ?? ''),
    headers: request.headers,
  };
  const caller = callerOf(world.model, operation, world.identities, {
    headers: request.headers,
    query: sent.query,
  });
  if (caller === undefined) {
    return { refusal: { status: unauthenticatedStatus(operation), detail: 'Valid credentials are needed.' } };
  }
  if (caller !== 'anyone' && !caller.mayWrite && isWrite(operation))
    return { refusal: { status: 403, detail: 'These credentials may only read.' } };
  const preferred = preferredAnswer(world, asked, request);
  if (preferred) return preferred;
  const { values, breaches } = readParameters(operation, sent, world.reader, world.validator);
  const refusal = refuseParameters(operation, breaches) ?? refuseAccept(operation, request);
  if (refusal) return { refusal };
  const content = readBody(world, operation, request.headers['content-type'] ?? '', request.body);
  if ('refusal' in content) return content;
  const call: Call = {
    operation,
    path: request.path,
    query: request.query,
    prefix,
    parameters: values,
    headers: request.headers,
    body: content.value,
    mediaType: content.mediaType,
    caller,
  };
  const missing = missingOnTheWay(world, call);
  return missing ? { refusal: missing } : done(world, call);
}

function done(world: World, call: Call): Result {
  const behaviour = world.knowledge.behaviourOf(call.operation);
  switch (behaviour.does) {
    case 'create':
      return create(world, call, behaviour.kind);
    case 'list':
      return list(world, call, behaviour.kind);
    case 'read':
      return read(world, call, behaviour.kind);
    case 'replace':
      return replace(world, call, behaviour.kind);
    case 'update':
      return update(world, call, behaviour.kind);
    case 'remove':
      return remove(world, call, behaviour.kind);
    case 'act':
      return act(world, call);
  }
}

/** `Prefer: code=429`: the documented answer that the client asks to see (RFC 7240); `example=name` chooses an example. */
function preferredAnswer(world: World, asked: Asked, { headers }: TwinRequest): TwinResponse | undefined {
  const prefer = headers['prefer'] ?? '';
  const code = Number(/(?:^|[,;\s])code="?(\d{3})"?(?:$|[,;\s])/.exec(prefer)?.[1]);
  const example = /(?:^|[,;\s])example="?([^",;\s]+)/.exec(prefer)?.[1];
  if (Number.isNaN(code) || !responseFor(asked.operation, code)) return undefined;
  const applied = { 'preference-applied': `code=${String(code)}` };
  return code >= 400
    ? writeRefusal(world, asked, { status: code, detail: 'As you prefer.', headers: applied })
    : writeOutcome(world, { ...asked, example }, { status: code, headers: { ...applied, ...sampleHeaders } });
}

/** Headers of an answer that is nothing but an example. */
const sampleHeaders = { etag: '"1-1"', location: '/' };

/** 428 where nothing but `If-Match` is missing (RFC 6585 section 3), else what the document has for wrong parameters. */
function refuseParameters(operation: Operation, breaches: Arguments['breaches']): Refusal | undefined {
  const isUnconditional = (each: Arguments['breaches'][number]) =>
    each.isMissing === true && isIfMatch(each.parameter) && documents(operation, 428);
  const others = breaches.filter((each) => !isUnconditional(each));
  if (others.length > 0) {
    const isPath = others.every(({ parameter }) => parameter.in === 'path');
    return {
      status: wrongParameterStatus(operation, isPath),
      detail: others.map(({ place, message }) => `${place} ${message}`).join('; '),
      breaches: others.map(({ place, message }) => ({ place, message })),
    };
  }
  return breaches.length > 0
    ? { status: 428, detail: 'Say with If-Match which state you change.' }
    : undefined;
}

/** 406 where the document promises it to a client that accepts nothing of what the operation shows. */
function refuseAccept(operation: Operation, { headers }: TwinRequest): Refusal | undefined {
  if (!documents(operation, 406)) return undefined;
  const content = operation.responses
    .filter(({ status }) => /^2/.test(status))
    .flatMap((each) => each.content);
  if (content.length === 0 || chosenMedia(content, headers['accept'])) return undefined;
  return { status: 406, detail: `The answer is ${successTypes(operation).join(' or ')}.` };
}
