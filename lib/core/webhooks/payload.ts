import { z } from 'zod';

import { AppError } from '../errors';

/** What a webhook call says: that something changed, the document itself, or where it can be fetched. */
export type WebhookPayload =
  | { kind: 'notice'; event: string; title: string; api?: string }
  | { kind: 'inline'; document: string; event?: string; title?: string; api?: string }
  | { kind: 'url'; documentUrl: string; event?: string; title?: string; api?: string };

const label = z.string().trim().min(1).max(200);
const hints = { event: z.string().max(200).optional(), title: z.string().max(1000).optional() };

/** What Apifox and Apidog send: three strings, none of which says what changed. */
const notice = z.object({
  event: z.string().min(1).max(200),
  title: z.string().max(1000),
  content: z.string(),
});
/** Our own contract for CI and relays. */
const carried = z.object({
  ...hints,
  api: label.optional(),
  document: z.union([z.string().min(1), z.record(z.string(), z.unknown())]),
});
const named = z.object({ ...hints, api: label.optional(), documentUrl: z.url({ protocol: /^https?$/ }) });

const contract =
  'Send { event, title, content }, or { document } or { documentUrl } with an optional api, or an OpenAPI document.';

/**
 * Reads the body of a webhook call.
 * @param text the body, decoded
 * @param yaml whether the sender says that the body is YAML; JSON is understood either way
 * @throws AppError `invalid_input` that names the member at fault
 */
export function readWebhookPayload(text: string, yaml: boolean): WebhookPayload {
  const body = parseJson(text);
  if (body === undefined) {
    if (yaml && isYamlDocument(text)) return { kind: 'inline', document: text };
    throw new AppError('invalid_input', `The body is not ${yaml ? 'an OpenAPI document in YAML' : 'JSON'}.`, {
      advice: yaml ? 'Its top level needs "openapi" or "swagger".' : contract,
    });
  }
  const object = checked(z.record(z.string(), z.unknown()), body);
  if (typeof object['openapi'] === 'string' || typeof object['swagger'] === 'string') {
    return { kind: 'inline', document: text };
  }
  if (object['document'] !== undefined) {
    const { document, ...rest } = checked(carried, object);
    const written = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
    return { kind: 'inline', document: written, ...present(rest) };
  }
  if (object['documentUrl'] !== undefined) {
    const { documentUrl, ...rest } = checked(named, object);
    return { kind: 'url', documentUrl, ...present(rest) };
  }
  const { event, title } = checked(notice, object);
  return { kind: 'notice', event, title };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only a glance: the document is read by the worker. */
function isYamlDocument(text: string): boolean {
  return /^["']?(openapi|swagger)["']?\s*:/m.test(text);
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? 'The body' : `"${issue.path.join('.')}"`;
  throw new AppError('invalid_input', `${place}: ${issue?.message ?? 'not as expected'}.`, {
    advice: contract,
  });
}

type Hints = { event?: string; title?: string; api?: string };

function present(values: { [K in keyof Hints]: Hints[K] | undefined }): Hints {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
