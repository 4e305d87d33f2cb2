import type { ApiModel, Operation } from '../openapi/model';

import { plainProblem, writeRefusal, type Asked } from './answer/write-answer';
import type { TwinRequest, TwinResponse } from './exchange';
import { perform } from './perform';
import { createRouter, namesIn, type Route } from './router';
import { samplesOf } from './samples';
import { createWorld, type TwinOptions } from './world';

export type { TwinOptions } from './world';
export type { TwinRequest, TwinResponse } from './exchange';

/** `POST` here forgets everything; no document is expected to have such a path. */
export const resetPath = '/__twin/reset';

/** A server made from a document: it keeps what it is sent and gives only answers that the document describes. */
export interface Twin {
  answer(request: TwinRequest): TwinResponse;
  /** Forgets everything that requests have made. */
  reset(): void;
  /** Ids of what is there from the beginning, by the variables of a generated suite's environment. */
  samples(): Record<string, string>;
}

/** Makes the twin of a model. What an operation needs is worked out when it is first asked for. */
export function createTwin(model: ApiModel, options: TwinOptions): Twin {
  const world = createWorld(model, options);
  const router = createRouter(model);

  const answer = (request: TwinRequest): TwinResponse => {
    const route = router.route(request.path);
    if (request.path === resetPath && !route) return reset(request);
    if (!route) return plainProblem({ status: 404, detail: 'The document has no such path.' });
    const method = request.method.toLowerCase();
    const wanted = route.operations.find((each) => each.method === method);
    const like = method === 'head' ? route.operations.find((each) => each.method === 'get') : undefined;
    const operation = (method === 'head' ? like : undefined) ?? wanted;
    const origin = originOf(request);
    if (!operation) return undocumented(route, request, origin);
    const raw = Object.fromEntries(
      namesIn(operation.path).map((name, index) => [name, route.values[index] ?? '']),
    );
    const given = perform(world, { operation, raw, prefix: route.prefix, request, origin });
    return method === 'head' ? { ...given, body: undefined, operation: wanted?.id ?? operation.id } : given;
  };

  /** What the path has instead (RFC 9110 sections 9.3.7 and 15.5.6). */
  const undocumented = (route: Route, request: TwinRequest, origin: string): TwinResponse => {
    const allow = allowed(route.operations).join(', ');
    if (request.method.toLowerCase() === 'options')
      return { status: 204, headers: { allow }, body: undefined, operation: undefined };
    const refusal = { status: 405, detail: `The path has ${allow}.`, headers: { allow } };
    const telling = route.operations.find(({ responses }) =>
      responses.some(({ status }) => status === '405'),
    );
    if (!telling) return plainProblem(refusal);
    const asked: Asked = { operation: telling, headers: request.headers, origin };
    return { ...writeRefusal(world, asked, refusal), operation: undefined };
  };

  const reset = ({ method }: TwinRequest): TwinResponse => {
    if (method.toUpperCase() !== 'POST')
      return plainProblem({ status: 405, detail: 'Reset with POST.', headers: { allow: 'POST' } });
    world.store.clear();
    return { status: 204, headers: {}, body: undefined, operation: undefined };
  };

  return { answer, reset: () => world.store.clear(), samples: () => samplesOf(world) };
}

function allowed(operations: readonly Operation[]): string[] {
  const methods = operations.map(({ method }) => method.toUpperCase());
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])];
}

function originOf({ headers }: TwinRequest): string {
  return `http://${headers['host'] ?? 'localhost'}`;
}
