import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import { withoutExtensions } from './extensions';

/** What the export has been seen to answer besides the document. */
export type Trap =
  | { kind: 'empty' }
  | { kind: 'not-a-document' }
  | { kind: 'html-redirect' }
  | { kind: 'status'; status: number; retryAfter?: string }
  | { kind: 'too-large' }
  | { kind: 'dropped' };

export interface StandInProject {
  token: string;
  /** By module id; the default module has the id ''. */
  modules: Record<string, object>;
  /** The token is known but may not see this project. */
  forbidden?: boolean;
}

export interface ApifoxStandIn {
  url: string;
  projects: Map<string, StandInProject>;
  /** Answers of the next calls, each once, instead of the document. */
  traps: Trap[];
  /** Calls that came, oldest first. */
  calls: { path: string; headers: IncomingMessage['headers']; body: unknown }[];
  close(): Promise<void>;
}

const vendors = {
  apifox: { version: 'x-apifox-api-version', extensions: 'includeApifoxExtensionProperties' },
  apidog: { version: 'x-apidog-api-version', extensions: 'includeApidogExtensionProperties' },
} as const;
const exportBody = z.object({
  scope: z.object({ type: z.enum(['ALL', 'SELECTED_ENDPOINTS', 'SELECTED_TAGS', 'SELECTED_FOLDERS']) }),
  options: z.record(z.string(), z.boolean()).optional(),
  oasVersion: z.enum(['2.0', '3.0', '3.1']),
  exportFormat: z.enum(['JSON', 'YAML']),
  branchId: z.number().optional(),
  moduleId: z.number().optional(),
});

/** A server that behaves as the export API of Apifox (or Apidog) does, with its traps. */
export async function startApifox(vendor: keyof typeof vendors = 'apifox'): Promise<ApifoxStandIn> {
  const projects: ApifoxStandIn['projects'] = new Map();
  const traps: Trap[] = [];
  const calls: ApifoxStandIn['calls'] = [];
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      calls.push({ path: request.url ?? '', headers: request.headers, body });
      const trap = traps.shift();
      if (trap === undefined) answer(vendors[vendor], projects, request, body, response);
      else spring(trap, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    projects,
    traps,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  vendor: (typeof vendors)[keyof typeof vendors],
  projects: ApifoxStandIn['projects'],
  request: IncomingMessage,
  body: unknown,
  response: ServerResponse,
): void {
  const id = /^\/v1\/projects\/([^/]+)\/export-openapi\?locale=[\w-]+$/.exec(request.url ?? '')?.[1];
  const project = id === undefined ? undefined : projects.get(id);
  const known = [...projects.values()].some(
    ({ token }) => request.headers.authorization === `Bearer ${token}`,
  );
  const parsed = exportBody.safeParse(body);
  if (!known) return send(response, 401, { success: false, errorCode: '401', errorMessage: 'Unauthorized' });
  if (request.headers[vendor.version] !== '2024-03-28' || !parsed.success) {
    return send(response, 422, { success: false, errorMessage: 'Unprocessable' });
  }
  if (request.method !== 'POST' || project === undefined) return send(response, 404, { success: false });
  if (project.forbidden === true) return send(response, 403, { success: false });
  const document = project.modules[String(parsed.data.moduleId ?? '')];
  if (document === undefined) return send(response, 404, { success: false });
  const asked = parsed.data.options?.[vendor.extensions] === true;
  send(response, 200, asked ? document : withoutExtensions(document));
}

function spring(trap: Trap, response: ServerResponse): void {
  switch (trap.kind) {
    case 'empty':
      response.writeHead(200, { 'content-type': 'application/json' }).end();
      return;
    case 'not-a-document':
      return send(response, 200, { success: true, data: {} });
    case 'html-redirect':
      response.writeHead(302, { location: '/login', 'content-type': 'text/html' }).end('<html></html>');
      return;
    case 'status':
      if (trap.retryAfter !== undefined) response.setHeader('retry-after', trap.retryAfter);
      return send(response, trap.status, { success: false });
    case 'too-large':
      response.writeHead(200, { 'content-type': 'application/json' });
      sendEndlessly(response);
      return;
    case 'dropped':
      response.destroy();
  }
}

function sendEndlessly(response: ServerResponse): void {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
