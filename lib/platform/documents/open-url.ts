import { fetch, type Response } from 'undici';

import { decodeText, tooLarge, type Limits } from './limits';
import type { OpenedDocument } from './open-document';

import { AppError } from '#lib/core/errors';

const timeoutMs = 60_000;
const maxRedirects = 5;

/** Opens a document by URL; its references may lead to the same origin only. */
export async function openUrl(address: string, limits: Limits): Promise<OpenedDocument> {
  const url = parse(address, undefined);
  return {
    name: address,
    text: await readText(url, limits),
    load: async (name) => {
      const target = parse(name, url);
      if (target.origin === url.origin) return readText(target, limits);
      throw new AppError('forbidden', `${name} is not read: it lies on another origin than ${url.origin}.`, {
        advice: 'Serve all files of the description from one origin.',
      });
    },
  };
}

function parse(address: string, base: URL | undefined): URL {
  if (URL.canParse(address, base)) return new URL(address, base);
  throw new AppError('invalid_input', `${address} is no valid URL.`, { advice: 'Check the address.' });
}

async function readText(url: URL, limits: Limits): Promise<string> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = limits.signal ? AbortSignal.any([limits.signal, timeout]) : timeout;
  try {
    const response = await follow(url, signal);
    return decodeText(url.href, await readBody(url.href, response, limits.maxBytes));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (limits.signal?.aborted) throw limits.signal.reason;
    throw new AppError('unavailable', `${url.href} cannot be read: ${reasonOf(cause)}.`, {
      advice: 'Check the address, and that the server can be reached from here.',
      cause,
    });
  }
}

/** A redirect to another host could lead where the caller would not have gone, so it is refused. */
async function follow(start: URL, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const headers = { accept: 'application/json, application/yaml, text/yaml, */*;q=0.5' };
    const response = await fetch(url, { redirect: 'manual', signal, headers });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return successful(url, response);
    await response.body?.cancel();
    const next = parse(location, url);
    const weaker = url.protocol === 'https:' && next.protocol !== 'https:';
    if (next.hostname !== start.hostname || weaker || !/^https?:$/.test(next.protocol)) {
      throw new AppError('forbidden', `${start.href} redirects to ${next.origin}, which is not followed.`, {
        advice: `If you trust it, give ${next.origin} as the address yourself.`,
      });
    }
    url = next;
  }
  throw new AppError('unavailable', `${start.href} redirects more than ${maxRedirects} times.`, {
    advice: 'Give the final address.',
  });
}

async function successful(url: URL, response: Response): Promise<Response> {
  if (response.ok) return response;
  await response.body?.cancel();
  const code = response.status === 404 || response.status === 410 ? 'not_found' : 'unavailable';
  throw new AppError(code, `${url.href} answers with status ${response.status}.`, {
    advice: 'Open the address in a browser: it must give the description itself, without signing in.',
  });
}

async function readBody(name: string, response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > maxBytes) throw tooLarge(name, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
