import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Reply } from './reply';

export interface SeenRequest {
  method: string;
  path: string;
  /** `undefined` where the document has no such operation. */
  operation: string | undefined;
  /** The header `Prefer` (RFC 7240), by which a client may ask for a documented failure. */
  prefer: string | undefined;
  status: number;
}

/** A sample server under way. */
export interface RunningService {
  url: string;
  /** All requests that were answered, oldest first. */
  requests: readonly SeenRequest[];
  close(): Promise<void>;
}

/** A request that has arrived in full. */
export interface Arrived {
  /** Lower case, as documents write it. */
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** With its question mark, or empty. */
  query: string;
  headers: IncomingMessage['headers'];
  bytes: Buffer;
}

export interface Answered {
  reply: Reply;
  operation: string | undefined;
}

export type Answer = (request: Arrived) => Answered | Promise<Answered>;

/** Serves requests on 127.0.0.1 with what `answer` makes of them; port 0 is any free one. */
export async function listen(port: number, answer: Answer): Promise<RunningService> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void serve(request, response, answer, requests);
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${String(address.port)}`, requests, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  requests: SeenRequest[],
) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method = 'GET', headers } = request;
  const [, path = '/', query = ''] = /^([^?#]*)(.*)$/s.exec(request.url ?? '/') ?? [];
  const arrived = { method: method.toLowerCase(), path, query, headers, bytes: Buffer.concat(chunks) };
  const { reply, operation } = await answer(arrived);
  const prefer = headers['prefer'];
  requests.push({ method, path, operation, prefer: prefer?.toString(), status: reply.status });
  send(response, reply);
}

function send(response: ServerResponse, { status, headers, body, mediaType }: Reply): void {
  const content =
    body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    ...(content === undefined
      ? {}
      : { 'content-type': mediaType, 'content-length': Buffer.byteLength(content) }),
  });
  response.end(content);
}
