import { createHmac } from 'node:crypto';

import { z } from 'zod';

import { AppError } from '../../core/errors';

export interface DocumentPush {
  /** Where the product answers, e.g. `http://localhost:8000`. */
  baseUrl: string;
  key: string;
  secret: string;
  document: string;
  contentType: 'application/json' | 'application/yaml';
}

const answer = z.object({ deliveryId: z.string() });

/**
 * Pushes a document to the webhook of an installation as CI would: signed with HMAC-SHA256 over the raw body.
 * @returns the delivery's id
 * @throws AppError `unavailable` when the webhook does not take it
 */
export async function sendDocument(push: DocumentPush): Promise<string> {
  const url = new URL('/api/webhook/apifox', push.baseUrl);
  url.searchParams.set('c', push.key);
  const body = Buffer.from(push.document, 'utf8');
  const signature = createHmac('sha256', push.secret).update(body).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': push.contentType, 'x-apifox-signature': `sha256=${signature}` },
    body,
  });
  if (!response.ok) {
    throw new AppError('unavailable', `The webhook at ${url.origin} answered ${response.status}.`, {
      details: { status: response.status },
    });
  }
  return answer.parse(await response.json()).deliveryId;
}
