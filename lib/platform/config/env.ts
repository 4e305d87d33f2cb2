import { isAbsolute, join, resolve } from 'node:path';

import { z } from 'zod';

import { AppError } from '../../core/errors';

const switchValue = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true');
const seconds = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);

/** Each setting: its rule, and in `meta` an example and one line for people. `.env.example` lists the same. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65535).default(8000).meta({ example: '8000' }),
  HOST: z.string().min(1).default('127.0.0.1').meta({ example: '0.0.0.0' }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({ example: 'https://tests.example.com' }),
  DATA_DIR: z.string().min(1).default('data').meta({ example: '/var/lib/ai-test-gen' }),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must be a SQLite file URL')
    .optional()
    .meta({ example: 'file:./data/ai-test-gen.db' }),
  AUTH_SECRET: z.string().min(32).optional().meta({ example: 'the output of: openssl rand -base64 32' }),
  ENCRYPTION_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64')
    .optional()
    .meta({ example: 'the output of: openssl rand -base64 32' }),
  ADMIN_EMAIL: z.email().default('admin@example.com').meta({ example: 'lead@example.com' }),
  ADMIN_PASSWORD: z.string().min(10).optional().meta({ example: 'at least ten characters' }),
  DEMO: switchValue.default(true).meta({ example: '0' }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ example: 'info' }),
  PYTHON: z.string().min(1).optional().meta({ example: '/usr/bin/python3' }),
  TEMPLATES_DIR: z.string().min(1).optional().meta({ example: '/srv/test-templates' }),
  JOB_LEASE_SECONDS: seconds(60, 3600).meta({ example: '60' }),
  JOB_RETRY_BASE_SECONDS: seconds(5, 3600).meta({ example: '5' }),
  WEBHOOK_QUIET_SECONDS: z.coerce.number().min(0).max(600).default(20).meta({ example: '20' }),
  WEBHOOK_QUIET_MAX_SECONDS: z.coerce.number().min(0).max(3600).default(120).meta({ example: '120' }),
  AI_TEST_GEN_USER: z.email().optional().meta({ example: 'mei@example.com' }),
  PUBLISH_REPOSITORY: z.string().min(1).optional().meta({ example: 'git@github.com:team/api-tests.git' }),
  PUBLISH_AUTHOR: z
    .string()
    .regex(/^[^<>]+ <[^<>\s]+@[^<>\s]+>$/, 'must be "Name <address>"')
    .default('ai-test-gen <ai-test-gen@example.com>')
    .meta({ example: 'API tests <api-tests@example.com>' }),
});

type Parsed = z.infer<typeof schema>;

/** The environment as the product reads it: parsed, with paths made absolute. */
export interface Env extends Omit<Parsed, 'DATA_DIR' | 'DATABASE_URL' | 'PUBLIC_URL' | 'TEMPLATES_DIR'> {
  DATA_DIR: string;
  DATABASE_URL: string;
  PUBLIC_URL: string;
  TEMPLATES_DIR: string | undefined;
}

/**
 * Parses environment variables; an empty value counts as absent.
 * @param root what relative paths are relative to
 * @throws AppError `invalid_input` that names each bad variable, its rule and an example
 */
export function readEnv(variables: Record<string, string | undefined>, root: string): Env {
  const present = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const example = exampleOf(name);
      return `${name}: ${issue.message}${example === undefined ? '' : ` (example: ${example})`}`;
    });
    throw new AppError('invalid_input', `The environment has a bad value.\n  ${lines.join('\n  ')}`, {
      advice: 'Correct it where the process is started, or in .env; .env.example lists every variable.',
    });
  }
  const env = parsed.data;
  const dataDir = isAbsolute(env.DATA_DIR) ? env.DATA_DIR : resolve(root, env.DATA_DIR);
  const file = env.DATABASE_URL?.slice('file:'.length) ?? join(dataDir, 'ai-test-gen.db');
  return {
    ...env,
    TEMPLATES_DIR: env.TEMPLATES_DIR === undefined ? undefined : resolve(root, env.TEMPLATES_DIR),
    DATA_DIR: dataDir,
    DATABASE_URL: `file:${isAbsolute(file) ? file : resolve(root, file)}`,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
  };
}

/** Every variable that the product reads. */
export const environmentNames = Object.keys(schema.shape);

function exampleOf(name: string): string | undefined {
  const field = Object.entries(schema.shape).find(([key]) => key === name)?.[1];
  const example = field?.meta()?.['example'];
  return typeof example === 'string' ? example : undefined;
}

let cached: Env | undefined;

/** The environment of this process, read once; each entry calls it at boot so that a bad value stops it there. */
export function env(): Env {
  cached ??= readEnv(process.env, process.cwd());
  return cached;
}
