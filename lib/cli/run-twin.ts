import { visible } from './visible';

import type { ApiModel, SecurityScheme } from '#lib/core/openapi/model';
import { readDocument } from '#lib/core/openapi/read-document';
import { suiteCredentials, usualIdentities, type TwinIdentity } from '#lib/core/twin/credentials';
import { createTwin, resetPath } from '#lib/core/twin/twin';
import { openDocument } from '#lib/platform/documents/open-document';
import { listen, type Listening } from '#lib/platform/twin/listen';

export interface TwinCommandOptions {
  port: number;
  host: string;
  seed: string;
  token?: string;
  apiKey?: string;
  basic?: string;
  auth: boolean;
  quiet: boolean;
}

/** Serves the twin of a document until it is interrupted: where it is on stdout, each request on stderr. */
export async function runTwin(document: string, options: TwinCommandOptions): Promise<void> {
  const { model: described } = await readDocument({ ...(await openDocument(document)), validate: false });
  const model = options.auth ? described : withoutSecurity(described);
  const identities = identitiesOf(options);
  const twin = createTwin(model, { now: () => Date.now(), seed: options.seed, identities });
  const running = await listen((request) => twin.answer(request), {
    port: options.port,
    host: options.host,
    onAnswer({ method, path, query }, { status }, milliseconds) {
      if (options.quiet) return;
      const asked = visible(`${method} ${path}${query === '' ? '' : `?${query}`}`);
      process.stderr.write(`${String(status)} ${asked} ${milliseconds.toFixed(1)} ms\n`);
    },
    onFailure(cause) {
      const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      process.stderr.write(`This is a fault of ai-test-gen, please report it:\n${text}\n`);
    },
  });
  introduce(model, running, identities, twin.samples());
  await interrupted();
  await running.close();
}

/** How to reach it, in the form that a generated suite reads from its environment. */
function introduce(
  model: ApiModel,
  { url }: Listening,
  identities: readonly TwinIdentity[],
  samples: Record<string, string>,
): void {
  const title = visible(`${model.title} ${model.version}`);
  const lines = [
    `${title}: the twin of ${String(model.operations.length)} operations`,
    '',
    `API_BASE_URL=${url}`,
  ];
  const kinds = new Set([...model.securitySchemes.values()].map(kindOf));
  const isAsked = model.operations.some(({ security }) => security.length > 0);
  for (const [name, value] of Object.entries(isAsked ? suiteCredentials(identities) : {})) {
    const kind = [...kinds].find((each) => name.startsWith(`API_${each}`));
    if (kind !== undefined || (kinds.has('USERNAME') && name.startsWith('API_PASSWORD')))
      lines.push(`${name}=${visible(value)}`);
  }
  for (const [name, value] of Object.entries(samples)) lines.push(`${name}=${visible(value)}`);
  lines.push('', `POST ${url}${resetPath} forgets what requests have made. Ctrl-C ends it.`, '');
  process.stdout.write(lines.join('\n'));
}

function kindOf(scheme: SecurityScheme): 'KEY' | 'TOKEN' | 'USERNAME' {
  if (scheme.type === 'apiKey') return 'KEY';
  return scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic' ? 'USERNAME' : 'TOKEN';
}

function identitiesOf({ token, apiKey, basic }: TwinCommandOptions): TwinIdentity[] {
  return usualIdentities.map((identity) =>
    identity.name === 'main'
      ? {
          ...identity,
          ...(token !== undefined && { tokens: [token] }),
          ...(apiKey !== undefined && { apiKeys: [apiKey] }),
          ...(basic !== undefined && { basic: [basic] }),
        }
      : identity,
  );
}

function withoutSecurity(model: ApiModel): ApiModel {
  return { ...model, operations: model.operations.map((operation) => ({ ...operation, security: [] })) };
}

/** Until Ctrl-C, or until the process is told to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
