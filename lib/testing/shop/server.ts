import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { readContract } from './contract';
import { accessOf, defaultCredentials, unauthenticated, type Credentials } from './credentials';
import { distort } from './distort';
import { readShopDocument, withPlace } from './document';
import type { FaultId } from './faults';
import { validationFaults } from './faults-validation';
import { perform, type Shop } from './pipeline';
import { problem, type Reply } from './reply';
import { matchPath } from './routes';
import { SchemaCheck } from './schemas';
import { Store } from './store';

export interface ShopOptions extends Partial<Credentials> {
  faults?: readonly FaultId[];
  /** 0, the default: any free port. */
  port?: number;
}

export interface SeenRequest {
  method: string;
  path: string;
  /** `undefined` where the document has no such operation. */
  operation: string | undefined;
  status: number;
}

export interface RunningShop {
  url: string;
  credentials: Credentials;
  requests: readonly SeenRequest[];
  close(): Promise<void>;
}

/** Starts the shop of the sample document, which obeys it strictly but for the faults that are switched on. */
export async function startShop(options: ShopOptions = {}): Promise<RunningShop> {
  const { faults = [], port = 0, ...credentials } = options;
  const shop = makeShop(new Set(faults), { ...defaultCredentials, ...credentials });
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void serve(shop, request, response, requests);
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    credentials: shop.credentials,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function makeShop(faults: ReadonlySet<FaultId>, credentials: Credentials): Shop {
  let document = readShopDocument();
  for (const [id, { reads }] of Object.entries(validationFaults)) {
    if (![...faults].some((fault) => fault === id)) continue;
    for (const [pointer, value] of Object.entries(reads)) document = withPlace(document, pointer, value);
  }
  return {
    operations: readContract(document),
    check: new SchemaCheck(document, 'request'),
    credentials,
    faults,
    store: new Store(),
  };
}

async function serve(
  shop: Shop,
  request: IncomingMessage,
  response: ServerResponse,
  requests: SeenRequest[],
) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://shop.invalid');
  const { reply, operation } = route(shop, request, method.toLowerCase(), url, Buffer.concat(chunks));
  requests.push({ method, path: url.pathname, operation, status: reply.status });
  send(response, reply);
}

function route(shop: Shop, { headers }: IncomingMessage, method: string, url: URL, bytes: Buffer) {
  const { operations, faults } = shop;
  const found = matchPath(operations, url.pathname);
  if (found === 'malformed') return { reply: problem(400, 'The path is not UTF-8'), operation: undefined };
  if (found.operations.length === 0) return { reply: problem(404, 'No such path'), operation: undefined };
  const operation = found.operations.find((one) => one.method === method);
  if (operation === undefined)
    return { reply: notAllowed(shop, headers, found.operations), operation: undefined };
  const parts = { operation, path: found.values, query: url.searchParams, headers, bytes };
  let reply: Reply;
  try {
    reply = perform(shop, parts);
  } catch (error) {
    reply = problem(500, error instanceof Error ? error.message : 'unknown');
  }
  return { reply: distort(reply, operation.id, faults), operation: operation.id };
}

function notAllowed(shop: Shop, headers: IncomingMessage['headers'], operations: Shop['operations']): Reply {
  const schemes = operations.flatMap(({ security }) => security);
  if (
    accessOf(headers, schemes, shop.credentials, shop.faults) === 'none' &&
    !shop.faults.has('auth-unchecked')
  ) {
    return unauthenticated(schemes);
  }
  if (shop.faults.has('method-not-allowed-missing')) return problem(404, 'No such operation');
  const allow = operations.map(({ method }) => method.toUpperCase()).join(', ');
  return problem(405, `Allowed: ${allow}`, shop.faults.has('allow-header-missing') ? {} : { allow });
}

function send(response: ServerResponse, { status, headers, body, mediaType }: Reply): void {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    ...(text === undefined ? {} : { 'content-type': mediaType, 'content-length': Buffer.byteLength(text) }),
  });
  response.end(text);
}
