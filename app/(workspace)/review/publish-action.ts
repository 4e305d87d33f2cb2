'use server';

import { requestContext } from '../../_server/request-context';
import { toResult } from '../../_server/result';

import { requestPublication } from '#lib/features/publishing/request-publication';
import { env } from '#lib/platform/config/env';

/** Asks for the approved cases of a generation to be committed. */
export async function publishAction(generationId: string) {
  return toResult(async () => requestPublication(await requestContext(), { generationId }, env()));
}
