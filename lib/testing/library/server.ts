import { setTimeout as wait } from 'node:timers/promises';

import { readContract } from '../service/contract';
import { isObject } from '../service/document';
import { asOverlooked } from '../service/faults';
import { listen, type Answered, type Arrived, type RunningService } from '../service/listen';
import { problem, type Reply } from '../service/reply';
import { matchPath } from '../service/routes';
import { SchemaCheck } from '../service/schemas';

import type { FaultId } from './faults';
import { validationFaults } from './faults-validation';
import { readLibraryDocument } from './library-document';
import { perform, type Library } from './pipeline';
import { Store } from './store';
import { writeElement } from './xml';

export interface LibraryOptions {
  faults?: readonly FaultId[];
  /** 0, the default: any free port. */
  port?: number;
}

/** Starts the lending library, which obeys its document strictly but for the faults that are switched on. */
export async function startLibrary({ faults = [], port = 0 }: LibraryOptions = {}): Promise<RunningService> {
  const library = makeLibrary(new Set(faults));
  return listen(port, async (request) => {
    const answered = route(library, request);
    if (answered.operation === 'listItems' && library.faults.has('slow-answer')) await wait(1500);
    return { ...answered, reply: asSent(library, answered) };
  });
}

function makeLibrary(faults: ReadonlySet<FaultId>): Library {
  const document = asOverlooked(readLibraryDocument(), validationFaults, faults);
  return {
    document,
    operations: readContract(document),
    check: new SchemaCheck(document, 'request'),
    faults,
    store: new Store(),
  };
}

function route(library: Library, { method, path, query, headers, bytes }: Arrived): Answered {
  const { operations, faults } = library;
  const found = matchPath(operations, path);
  if (found === 'malformed') return { reply: problem(400, 'The path is not UTF-8'), operation: undefined };
  if (found.operations.length === 0) return { reply: problem(404, 'No such path'), operation: undefined };
  const operation = found.operations.find((one) => one.method === method);
  if (operation === undefined) {
    const allow = found.operations.map((one) => one.method.toUpperCase()).join(', ');
    const headersOfRefusal: Record<string, string> = faults.has('allow-missing') ? {} : { allow };
    const status = faults.has('undocumented-method-answers-404') ? 404 : 405;
    return { reply: problem(status, `Allowed: ${allow}`, headersOfRefusal), operation: undefined };
  }
  let reply: Reply;
  try {
    reply = perform(library, { operation, path: found.values, query, headers, bytes });
  } catch (error) {
    reply = problem(500, error instanceof Error ? error.message : 'unknown');
  }
  return { reply, operation: operation.id };
}

/** XML as its text, and what a fault makes of problems. */
function asSent({ document, operations, faults }: Library, { reply, operation }: Answered): Reply {
  const { body } = reply;
  if (!isObject(body)) return reply;
  if (reply.mediaType.startsWith('application/xml')) {
    const [schema = ''] = operations.find(({ id }) => id === operation)?.body.values() ?? [];
    return { ...reply, body: writeElement(document, schema, body) };
  }
  if (reply.status < 400 || operation !== 'getReadingList' || !faults.has('problem-without-status'))
    return reply;
  const { status: _, ...rest } = body;
  return { ...reply, body: rest };
}
