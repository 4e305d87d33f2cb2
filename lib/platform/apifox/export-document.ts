import { callOut, retryAfterSeconds } from '../http/call';
import type { Answer } from '../http/call';

import { exportRequest } from './export-request';
import type { ExportSource } from './export-request';

import { AppError } from '#lib/core/errors';

const maxBytes = 50 * 1024 * 1024;
const timeoutMs = 90_000;

export interface ExportOptions {
  allowPrivate: boolean;
  signal: AbortSignal;
  now: Date;
}

/**
 * Pulls a project's document from the export API of Apifox or Apidog.
 * @returns the document as text
 * @throws AppError a final code for 401, 403, 404, 422, a redirect and other refusals; `unavailable` (with
 *   `details.retryAfter` where the server said it) for 429, 5xx, no answer, and an answer that is no document
 */
export async function exportDocument(source: ExportSource, options: ExportOptions): Promise<string> {
  const { url, headers, body } = exportRequest(source);
  const { allowPrivate, signal } = options;
  const answer = await callOut(url, {
    method: 'POST',
    headers,
    body,
    allowPrivate,
    signal,
    maxBytes,
    timeoutMs,
  });
  if (answer.status !== 200) throw refusal(answer, options.now);
  const text = new TextDecoder().decode(answer.body);
  if (!looksLikeDocument(text)) {
    throw new AppError('unavailable', 'The export answered 200 without an OpenAPI document.', {
      advice: 'Compare project, branch and module of the connection with the address in the browser.',
      details: { bytes: answer.body.byteLength },
    });
  }
  return text;
}

/** It needs `openapi` or `swagger`, and `paths`: an empty body, an error in JSON and a page in HTML have come with 200. */
function looksLikeDocument(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return false;
    return ('openapi' in value || 'swagger' in value) && 'paths' in value;
  } catch {
    return false;
  }
}

function refusal(answer: Answer, now: Date): AppError {
  const { status } = answer;
  switch (status) {
    case 401:
      return new AppError('unauthenticated', 'The export API refused the token (401).', {
        advice: 'Make a new access token in Apifox and enter it in the connection.',
      });
    case 403:
      return new AppError('forbidden', 'The token may not export this project (403).', {
        advice: 'Give the token’s owner access to the project.',
      });
    case 404:
      return new AppError('not_found', 'The project does not exist (404).', {
        advice: 'Compare project id, branch, module and base URL of the connection.',
      });
    case 422:
      return new AppError('invalid_input', 'The export API did not understand the request (422).', {
        advice: 'Compare branch and module ids; a self-hosted server may be too old for the API version.',
      });
  }
  if (status === 429 || status >= 500) {
    const retryAfter = retryAfterSeconds(answer.headers, now);
    return new AppError('unavailable', `The export API answered ${status}.`, {
      ...(retryAfter === undefined ? {} : { details: { retryAfter } }),
    });
  }
  if (status >= 300 && status < 400) {
    return new AppError('invalid_input', `The export API answered with a redirect (${status}).`, {
      advice: 'Correct the base URL of the connection: redirects are not followed with a token.',
    });
  }
  return new AppError('invalid_input', `The export API answered ${status}.`);
}
