import type { Operation } from '../../core/openapi/model';
import { readDocument } from '../../core/openapi/read-document';
import { suiteCredentials, usualIdentities } from '../../core/twin/credentials';
import { createTwin, type TwinResponse } from '../../core/twin/twin';
import { listen } from '../../platform/twin/listen';
import type { RunningService, SeenRequest } from '../service/listen';

import { openDocument } from './corpus';

export interface TwinUnderTest {
  /** Told of each answer for an operation of the document. */
  onAnswer?: (operation: Operation, answer: TwinResponse) => void;
}

export interface RunningTwin extends RunningService {
  samples: Record<string, string>;
}

/** Starts the twin of a document, named relative to the project's root. */
export async function startTwin(document: string, { onAnswer }: TwinUnderTest = {}): Promise<RunningTwin> {
  const { model } = await readDocument(await openDocument(document));
  const twin = createTwin(model, { now: () => Date.now() });
  const operations = new Map(model.operations.map((operation) => [operation.id, operation]));
  const requests: SeenRequest[] = [];
  const running = await listen(
    (request) => {
      const answer = twin.answer(request);
      const { operation } = answer;
      const described = operation === undefined ? undefined : operations.get(operation);
      if (described) onAnswer?.(described, answer);
      const { method, path, headers } = request;
      requests.push({ method, path, operation, prefer: headers['prefer'], status: answer.status });
      return answer;
    },
    {
      port: 0,
      onFailure(cause) {
        process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
      },
    },
  );
  return { ...running, requests, samples: twin.samples() };
}

/** What a suite reads from its environment to test a twin. */
export function twinEnvironment({ url, samples }: RunningTwin): Record<string, string> {
  return { API_BASE_URL: url, ...suiteCredentials(usualIdentities), ...samples };
}
