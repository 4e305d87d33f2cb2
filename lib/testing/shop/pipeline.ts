import type { IncomingHttpHeaders } from 'node:http';

import { readArguments } from '../service/arguments';
import type { ContractOperation } from '../service/contract';
import { isObject } from '../service/document';
import { breachProblem, problem, type Reply } from '../service/reply';
import type { SchemaCheck } from '../service/schemas';

import { readBody } from './body';
import type { Call, Handler } from './call';
import { categoryHandlers } from './categories';
import { accessOf, unauthenticated, userOf, type Credentials } from './credentials';
import { customerHandlers } from './customers';
import type { FaultId } from './faults';
import { breakOn, splitHeaders } from './fragility';
import { orderHandlers } from './orders';
import { productHandlers } from './products';
import { reportHandlers } from './reports';
import { reviewHandlers } from './reviews';
import type { Store } from './store';

export interface Shop {
  operations: readonly ContractOperation[];
  check: SchemaCheck;
  credentials: Credentials;
  faults: ReadonlySet<FaultId>;
  store: Store;
}

export interface ShopRequest {
  operation: ContractOperation;
  path: Readonly<Record<string, string>>;
  query: string;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

const handlers: Record<string, Handler> = {
  ...categoryHandlers,
  ...productHandlers,
  ...reviewHandlers,
  ...customerHandlers,
  ...orderHandlers,
  ...reportHandlers,
};

/** Checks a request in the order of the document: who asks, may they, parameters, body; then does what it says. */
export function perform(shop: Shop, request: ShopRequest): Reply {
  const { operation } = request;
  const { check, faults, store } = shop;
  const handler = handlers[operation.id];
  if (handler === undefined) return problem(500, `${operation.id} is not made`);
  const refusal = refuseAccess(shop, request);
  if (refusal && !hasEffect(refusal, operation.id, faults)) return refusal;
  const broken = breakOn(request, faults);
  if (broken) return broken;
  const { values, breaches } = readArguments(operation, request, check);
  if (breaches.length > 0) return breachProblem(400, breaches);
  const body = readBody(operation, request.headers['content-type'], request.bytes, check, faults);
  const user = userOf(request.headers);
  const call: Call = {
    parameters: values,
    body: isObject(body.value) ? body.value : {},
    user,
    mayOnlyRead: user === shop.credentials.readOnlyToken,
    store,
    faults,
  };
  if (!('refusal' in body)) {
    const reply = handler(call);
    const isSplit = operation.id === 'listProducts' && faults.has('header-split');
    const more = isSplit ? splitHeaders(request.query) : {};
    return refusal ?? { ...reply, headers: { ...reply.headers, ...more } };
  }
  if (operation.id === 'replaceProduct' && faults.has('failed-write-stored') && isObject(body.value))
    handler(call);
  return body.refusal;
}

/** Whether a faulty shop does what it refuses to do. */
function hasEffect({ status }: Reply, operation: string, faults: ReadonlySet<FaultId>): boolean {
  if (status === 403) return operation === 'deleteProduct' && faults.has('refused-delete-has-effect');
  return (
    (operation === 'replaceProduct' && faults.has('refused-update-has-effect')) ||
    (operation === 'createProduct' && faults.has('refused-create-has-effect'))
  );
}

function refuseAccess({ credentials, faults }: Shop, { operation, headers }: ShopRequest): Reply | undefined {
  if (operation.security.length === 0 || faults.has('auth-unchecked')) return undefined;
  if (operation.id === 'deleteProduct' && faults.has('auth-unchecked-on-delete')) return undefined;
  const access = accessOf(headers, operation.security.flat(), credentials, faults);
  if (access === 'none') return unauthenticated(operation.security.flat());
  return access === 'read' && operation.method !== 'get'
    ? problem(403, 'This credential may only read')
    : undefined;
}
