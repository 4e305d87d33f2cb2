import { z } from 'zod';

import { providers, signatureModes } from '../../core/connections';
import type { Provider, SignatureMode } from '../../core/connections';

/** Browser-safe: what the connection screens send and get. */

const vendorId = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/, 'Copy the number from the address of the project.');
const optionalId = vendorId.nullable().default(null);
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/,
    'Give a host such as docs.example.com or docs.example.com:8443, without https:// and path.',
  );
/** Visible ASCII: it travels in an HTTP header, and people paste it. */
const credential = (what: string, min: number) =>
  z
    .string()
    .trim()
    .min(min, `${what} is at least ${min} characters long.`)
    .max(500, `${what} is at most 500 characters long.`)
    .regex(/^[\x21-\x7e]+$/, `${what} has no spaces and only ASCII characters.`);

const fields = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(100),
  provider: z.enum(providers),
  signatureMode: z.enum(signatureModes),
  /** hmac-sha1 only; absent: learned from the first call. */
  signatureHeader: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'Give the name of an HTTP header.')
    .nullable()
    .default(null),
  /** null: the vendor's own cloud. */
  baseUrl: z
    .url({ protocol: /^https?$/, error: 'Give a URL such as https://apifox.example.com.' })
    .max(500)
    .refine((value) => new URL(value).username === '' && new URL(value).password === '', {
      message: 'Leave user and password out of the URL.',
    })
    .transform((value) => value.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  projectId: optionalId,
  branchId: optionalId,
  moduleId: optionalId,
  allowedHosts: z.array(host).max(50).default([]),
  allowPrivate: z.boolean().default(false),
  pollMinutes: z
    .number({ error: 'Enter a number of minutes.' })
    .int()
    .min(5, 'Poll every 5 minutes at most.')
    .max(1440)
    .default(15),
  /** null: the first document makes an API of its own. */
  apiId: z.string().min(1).nullable().default(null),
  isDefault: z.boolean().default(false),
});

type Fields = z.output<typeof fields>;

/** Drops what does not belong to the provider or the mode, so that nothing unseen stays in effect. */
function fitting<T extends Fields>(input: T): T {
  const pushed = input.provider === 'push';
  return {
    ...input,
    signatureHeader: input.signatureMode === 'hmac-sha1' ? input.signatureHeader : null,
    ...(pushed ? { baseUrl: null, projectId: null, branchId: null, moduleId: null } : {}),
  };
}

const needsProject = (input: Pick<Fields, 'provider' | 'projectId'>) =>
  input.provider === 'push' || input.projectId !== null;
const projectMissing = {
  path: ['projectId'],
  message: 'Enter the project: its document is pulled from there.',
};

export const createConnectionInput = fields
  .extend({
    token: credential('The token', 8).nullable().default(null),
    /** Absent: one is made. */
    secret: credential('The secret', 16).optional(),
  })
  .refine(needsProject, projectMissing)
  .transform(fitting);
export type CreateConnectionInput = z.input<typeof createConnectionInput>;

export const updateConnectionInput = fields
  .extend({
    connectionId: z.string().min(1),
    /** Absent: stays; null: removed. */
    token: credential('The token', 8).nullable().optional(),
  })
  .refine(needsProject, projectMissing)
  .transform(fitting);
export type UpdateConnectionInput = z.input<typeof updateConnectionInput>;

export const connectionInput = z.object({ connectionId: z.string().min(1) });
export const rotateSecretInput = connectionInput.extend({ secret: credential('The secret', 16).optional() });

export interface ConnectionDto {
  id: string;
  name: string;
  provider: Provider;
  isDefault: boolean;
  api: { id: string; name: string; slug: string } | null;
  signatureMode: SignatureMode;
  signatureHeader: string | null;
  /** What to paste at the sender. */
  webhookUrl: string;
  /** ISO 8601; the secret before the rotation is accepted until then. */
  previousUntil: string | null;
  baseUrl: string | null;
  projectId: string | null;
  branchId: string | null;
  moduleId: string | null;
  /** null: no token is stored. Never the token. */
  tokenLast4: string | null;
  allowedHosts: string[];
  allowPrivate: boolean;
  pollMinutes: number;
  lastPulledAt: string | null;
  lastError: string | null;
  lastDelivery: { receivedAt: string; state: string } | null;
  createdAt: string;
}
