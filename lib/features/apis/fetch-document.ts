import { z } from 'zod';

import { AppError } from '#lib/core/errors';
import { callOut, retryAfterSeconds } from '#lib/platform/http/call';
import type { Answer } from '#lib/platform/http/call';

export interface FetchRules {
  /** string[]: host names, or `host:port`; nothing else is fetched. */
  allowedHosts: unknown;
  allowPrivate: boolean;
}

const hosts = z.array(z.string());
const maxBytes = 50 * 1024 * 1024;
const timeoutMs = 60_000;

/**
 * Fetches a document that a push names by URL.
 * @throws AppError `forbidden` unless the connection allows the host; a final code for a refusal; `unavailable` for
 *   429, 5xx and no answer
 */
export async function fetchDocument(
  address: string,
  rules: FetchRules,
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(address);
  const allowed = hosts.parse(rules.allowedHosts).map((host) => host.toLowerCase());
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new AppError(
      'invalid_input',
      'Documents are fetched by http or https, without a password in the URL.',
    );
  }
  if (!allowed.includes(url.hostname) && !allowed.includes(url.host)) {
    throw new AppError('forbidden', `The connection does not allow documents from ${url.host}.`, {
      advice: 'Add the host to the connection’s allowed hosts, or push the document itself.',
    });
  }
  const { allowPrivate } = rules;
  const headers = { accept: 'application/json, application/yaml, text/yaml, */*;q=0.5' };
  const answer = await callOut(address, {
    method: 'GET',
    headers,
    allowPrivate,
    maxBytes,
    timeoutMs,
    signal,
  });
  if (answer.status !== 200) throw refusal(url, answer);
  return new TextDecoder().decode(answer.body);
}

function refusal(url: URL, { status, headers }: Answer): AppError {
  if (status === 429 || status >= 500) {
    const retryAfter = retryAfterSeconds(headers, new Date());
    return new AppError('unavailable', `${url.host} answered ${status}.`, {
      ...(retryAfter === undefined ? {} : { details: { retryAfter } }),
    });
  }
  if (status >= 300 && status < 400) {
    return new AppError(
      'forbidden',
      `${url.host} answered with a redirect (${status}), which is not followed.`,
      {
        advice: 'Name the final address of the document.',
      },
    );
  }
  return new AppError(
    status === 404 || status === 410 ? 'not_found' : 'invalid_input',
    `${url.host} answered ${status}.`,
    {
      advice: 'The address must give the document itself, without signing in.',
    },
  );
}
