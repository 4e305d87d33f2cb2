import { OpenApiBuilder } from 'openapi3-ts/oas31';
import type { OpenAPIObject, OperationObject, ResponsesObject, SchemaObject } from 'openapi3-ts/oas31';

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });
const json = (
  schema: SchemaObject | { $ref: string },
): Record<string, { schema: SchemaObject | { $ref: string } }> => ({
  'application/json': { schema },
});
const problem = (description: string): { description: string; content: object } => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

/**
 * What this product offers to machines, as OpenAPI 3.1: the webhook and the health checks.
 * @param serverUrl where it answers
 */
export function describeHttpApi(serverUrl: string): OpenAPIObject {
  return OpenApiBuilder.create()
    .addInfo({
      title: 'ai-test-gen',
      version: '1',
      description: 'The webhook that Apifox, Apidog and CI call, and the health checks that operations ask.',
    })
    .addServer({ url: serverUrl })
    .addSchema('Received', received)
    .addSchema('Problem', problemSchema)
    .addSchema('Notice', notice)
    .addSchema('Push', push)
    .addSchema('Live', { type: 'object', required: ['status'], properties: { status: { const: 'live' } } })
    .addSchema('Readiness', readiness)
    .addSecurityScheme('signature', {
      type: 'apiKey',
      in: 'header',
      name: 'X-Apifox-Signature',
      description: '`sha256=` and the hex HMAC-SHA256 of the raw body, with the secret of the connection.',
    })
    .addSecurityScheme('bearer', { type: 'http', scheme: 'bearer' })
    .addPath('/api/webhook/apifox', { post: webhook })
    .addPath('/api/health/live', { get: live })
    .addPath('/api/health/ready', { get: ready })
    .getSpec();
}

const received: SchemaObject = {
  type: 'object',
  required: ['deliveryId'],
  properties: { deliveryId: { type: 'string', description: 'To be found under Admin > Deliveries.' } },
};

const problemSchema: SchemaObject = {
  description: 'RFC 9457, with a stable code.',
  type: 'object',
  required: ['title', 'status', 'code'],
  properties: {
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    requestId: { type: 'string', description: 'The logs have the same.' },
  },
};

const notice: SchemaObject = {
  description: 'As Apifox and Apidog send it: the document is then pulled.',
  type: 'object',
  required: ['event', 'title', 'content'],
  properties: { event: { type: 'string' }, title: { type: 'string' }, content: { type: 'string' } },
};

const push: SchemaObject = {
  description: 'A document, or where it is.',
  type: 'object',
  properties: {
    document: {
      description: 'OpenAPI or Swagger, as an object or as JSON or YAML text.',
      type: ['object', 'string'],
    },
    documentUrl: { type: 'string', format: 'uri', description: 'On a host that the connection allows.' },
    api: {
      type: 'string',
      description: 'Slug or name of the API; the title of the document names it otherwise.',
    },
  },
};

const check: SchemaObject = {
  type: 'object',
  required: ['ok'],
  properties: { ok: { type: 'boolean' }, detail: { type: 'string', description: 'What is wrong.' } },
};

const readiness: SchemaObject = {
  type: 'object',
  required: ['ready', 'checks'],
  properties: {
    ready: { type: 'boolean' },
    checks: {
      type: 'object',
      required: ['database', 'migrations', 'worker'],
      properties: { database: check, migrations: check, worker: check },
    },
  },
};

const responses: ResponsesObject = {
  '200': { description: 'The same body came within ten minutes.', content: json(ref('Received')) },
  '202': { description: 'Stored; the worker reads it.', content: json(ref('Received')) },
  '400': problem('The body is not as described.'),
  '401': problem('The signature does not match, or there is no such connection.'),
  '410': problem('The connection was deleted.'),
  '413': problem('A notice has more than 256 KB, or a document more than 32 MB.'),
  '429': problem('Too many deliveries; `Retry-After` says when to come back.'),
};

const webhook: OperationObject = {
  operationId: 'receiveWebhook',
  summary: 'Tell that an API changed, or push its document',
  parameters: [
    {
      name: 'c',
      in: 'query',
      required: false,
      description: 'Key of the connection; the default connection without it.',
      schema: { type: 'string' },
    },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: { anyOf: [ref('Notice'), ref('Push')] } },
      'application/yaml': { schema: { type: 'string', description: 'An OpenAPI or Swagger document.' } },
    },
  },
  security: [{ signature: [] }, { bearer: [] }],
  responses,
};

const live: OperationObject = {
  operationId: 'live',
  summary: 'Whether the web process answers',
  security: [],
  responses: { '200': { description: 'It does.', content: json(ref('Live')) } },
};

const ready: OperationObject = {
  operationId: 'ready',
  summary: 'Whether database, migrations and worker are as they should be',
  security: [],
  responses: {
    '200': { description: 'They are.', content: json(ref('Readiness')) },
    '503': { description: 'One is not; the body says which.', content: json(ref('Readiness')) },
  },
};
