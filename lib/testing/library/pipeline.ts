import type { IncomingHttpHeaders } from 'node:http';

import type { JsonObject } from '../../core/json';
import { readArguments } from '../service/arguments';
import type { ContractOperation } from '../service/contract';
import { isObject, lookUp } from '../service/document';
import { breachProblem, problem, type Reply } from '../service/reply';
import type { Breach, SchemaCheck } from '../service/schemas';

import { readBody } from './body';
import type { Call, Handler } from './call';
import { commentHandlers } from './comments';
import { coverHandlers } from './covers';
import { callerOf, unauthenticated, type Caller } from './credentials';
import { exportHandlers } from './exports';
import type { FaultId } from './faults';
import { itemHandlers } from './items';
import { loanHandlers } from './loans';
import { readingListHandlers } from './reading-lists';
import { noUploads } from './sent';
import { serviceHandlers } from './service';
import type { Store } from './store';
import { subjectHandlers } from './subjects';
import { suggestionHandlers } from './suggestions';

export interface Library {
  document: JsonObject;
  operations: readonly ContractOperation[];
  check: SchemaCheck;
  faults: ReadonlySet<FaultId>;
  store: Store;
}

export interface LibraryRequest {
  operation: ContractOperation;
  path: Readonly<Record<string, string>>;
  query: string;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

const handlers: Record<string, Handler> = {
  ...serviceHandlers,
  ...subjectHandlers,
  ...itemHandlers,
  ...coverHandlers,
  ...commentHandlers,
  ...readingListHandlers,
  ...loanHandlers,
  ...exportHandlers,
  ...suggestionHandlers,
};

/** Checks a request: who asks, may they, parameters, what they accept, body; then does what the document says. */
export function perform(library: Library, request: LibraryRequest): Reply {
  const { operation, headers, bytes } = request;
  const { document, check, faults, store } = library;
  const handler = handlers[operation.id];
  if (handler === undefined) return problem(500, `${operation.id} is not made`);
  const isOpen = faults.has('lists-unchecked') && operation.path.startsWith('/reading-lists');
  const caller: Caller | undefined = isOpen
    ? { name: 'member', mayWrite: true }
    : callerOf(headers, operation.security, faults);
  if (caller === undefined) return unauthenticated();
  const { values, breaches } = readArguments(operation, request, check);
  const call: Call = { parameters: values, body: {}, uploads: noUploads, caller, store, faults };
  if (operation.method !== 'get' && !caller.mayWrite) {
    if (operation.id === 'deleteReadingList' && faults.has('refused-list-delete-has-effect'))
      store.readingLists.delete(String(values['listId']));
    return problem(403, 'This credential may only read');
  }
  const refusal =
    preferred(library, request) ?? refuseArguments(breaches, faults) ?? refuseAccept(library, request);
  if (refusal) return refusal;
  const content = readBody(document, operation, headers['content-type'] ?? '', bytes, check, faults);
  if (!('refusal' in content)) {
    const body = isObject(content.value) ? content.value : {};
    return handler({ ...call, body, uploads: content.uploads });
  }
  if (
    operation.id === 'replaceReadingList' &&
    faults.has('refused-list-write-stored') &&
    isObject(content.value)
  )
    handler({ ...call, body: content.value });
  return content.refusal;
}

/** `Prefer: code=429` (RFC 7240): the documented answer that the client asks to see. */
function preferred({ document, faults }: Library, { operation, headers }: LibraryRequest): Reply | undefined {
  const code = Number(/(?:^|[,;\s])code=(\d{3})(?:$|[,;\s])/.exec(String(headers['prefer'] ?? ''))?.[1]);
  const isDocumented = lookUp(document, `${operation.pointer}/responses/${String(code)}`) !== undefined;
  if (!isDocumented || !(code >= 400)) return undefined;
  return problem(code, 'As you prefer', {
    'preference-applied': `code=${String(code)}`,
    ...(code === 401 ? { 'www-authenticate': 'Bearer realm="riverside"' } : {}),
    ...(code === 405 ? { allow: operation.method.toUpperCase() } : {}),
    ...((code === 429 || code === 503) && !faults.has('retry-after-missing-on-refusal')
      ? { 'retry-after': '1' }
      : {}),
  });
}

/** 428 where nothing but `If-Match` is missing (RFC 6585 section 3), else 400. */
function refuseArguments(breaches: readonly Breach[], faults: ReadonlySet<FaultId>): Reply | undefined {
  const isUnconditional = ({ place, message }: Breach) =>
    place === 'header/If-Match' && message === 'is missing';
  const others = breaches.filter((breach) => !isUnconditional(breach));
  if (others.length > 0) return breachProblem(400, others);
  return breaches.length > 0 && !faults.has('if-match-not-required')
    ? problem(428, 'Say with If-Match which state you replace')
    : undefined;
}

/** 406 where the document promises it to a client that accepts nothing of what the operation shows. */
function refuseAccept(
  { document, faults }: Library,
  { operation, headers }: LibraryRequest,
): Reply | undefined {
  if (lookUp(document, `${operation.pointer}/responses/406`) === undefined) return undefined;
  const ranges = (headers.accept ?? '*/*').split(',').flatMap((range) => {
    const [type = '', ...parameters] = range.split(';').map((one) => one.trim().toLowerCase());
    return parameters.some((one) => /^q=0(\.0*)?$/.test(one)) ? [] : [type];
  });
  const isAccepted = ranges.some((range) => ['*/*', 'application/*', 'application/json'].includes(range));
  return isAccepted || faults.has('accept-ignored')
    ? undefined
    : problem(406, 'Items are shown as application/json');
}
