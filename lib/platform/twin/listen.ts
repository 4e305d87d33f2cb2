import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { AppError } from '#lib/core/errors';

/** A request that has arrived in full. */
export interface ArrivedRequest {
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** Behind the question mark. */
  query: string;
  /** By name in lower case. */
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface GivenAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

export interface ListenOptions {
  /** 0: any free one. */
  port: number;
  /** Address to listen at; this machine only unless told. */
  host?: string;
  /** Told of each request after it was answered. */
  onAnswer?: (request: ArrivedRequest, answer: GivenAnswer, milliseconds: number) => void;
  /** What went wrong where `answer` threw: the client gets a 500. */
  onFailure?: (cause: unknown) => void;
}

export interface Listening {
  url: string;
  close(): Promise<void>;
}

/** Bodies beyond this are never for a twin to keep. */
const largestBody = 64 * 1024 * 1024;

/**
 * Serves what `answer` makes of requests, to pages of any origin as well (Fetch Standard, "CORS protocol").
 * @throws {AppError} `unavailable` when the port cannot be had.
 */
export async function listen(
  answer: (request: ArrivedRequest) => GivenAnswer,
  { port, host = '127.0.0.1', onAnswer, onFailure }: ListenOptions,
): Promise<Listening> {
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const start = performance.now();
    const request = await arrived(incoming);
    const given = request === 'too large' ? tooLarge : answered(answer, request, onFailure);
    const shared = withCors(incoming, given);
    send(response, shared);
    if (request !== 'too large') onAnswer?.(request, shared, performance.now() - start);
  };
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((cause: unknown) => {
      // A client that goes away in the middle of its body is no fault of ours.
      if (!incoming.destroyed) onFailure?.(cause);
      response.destroy();
    });
  });
  const address = await bound(server, port, host);
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${String(address.port)}`, close: () => closed(server) };
}

function bound(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Port ${String(port)} of ${host} cannot be used: ${cause.message}.`;
      reject(
        new AppError('unavailable', message, {
          advice: 'Choose another one with --port, or 0 for any free one.',
          cause,
        }),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address !== null && typeof address !== 'string') resolve(address);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function arrived(incoming: IncomingMessage): Promise<ArrivedRequest | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) return 'too large';
    chunks.push(bytes);
  }
  const [, path = '/', query = ''] = /^([^?#]*)\??([^#]*)/.exec(incoming.url ?? '/') ?? [];
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { method: incoming.method ?? 'GET', path, query, headers, body: Buffer.concat(chunks) };
}

const tooLarge: GivenAnswer = { status: 413, headers: { connection: 'close' }, body: undefined };

function answered(
  answer: (request: ArrivedRequest) => GivenAnswer,
  request: ArrivedRequest,
  onFailure: ListenOptions['onFailure'],
): GivenAnswer {
  try {
    return answer(request);
  } catch (cause) {
    onFailure?.(cause);
    const body = JSON.stringify({ title: 'Internal error', status: 500 });
    return { status: 500, headers: { 'content-type': 'application/problem+json' }, body };
  }
}

/** Lets a page of any origin ask and read the answer; a preflight is answered with what it asks for. */
function withCors({ method, headers }: IncomingMessage, answer: GivenAnswer): GivenAnswer {
  const { origin } = headers;
  if (origin === undefined) return answer;
  const cors: Record<string, string> = {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': Object.keys(answer.headers).join(', '),
    vary: 'origin',
  };
  const wanted = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || wanted === undefined)
    return { ...answer, headers: { ...answer.headers, ...cors } };
  const asked = headers['access-control-request-headers'];
  return {
    status: 204,
    headers: {
      ...cors,
      'access-control-allow-methods': wanted,
      ...(asked !== undefined && { 'access-control-allow-headers': asked }),
      'access-control-max-age': '600',
    },
    body: undefined,
  };
}

function send(response: ServerResponse, { status, headers, body }: GivenAnswer): void {
  const length = body === undefined ? undefined : Buffer.byteLength(body);
  const isBodiless = status === 204 || status === 304;
  response.writeHead(status, {
    ...headers,
    ...(length === undefined ? (isBodiless ? {} : { 'content-length': 0 }) : { 'content-length': length }),
  });
  response.end(body);
}
