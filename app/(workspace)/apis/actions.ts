'use server';

import { requestContext } from '../../_server/request-context';
import { toResult } from '../../_server/result';

import type { ImportInput } from '#lib/features/apis/contract';
import { importDocument } from '#lib/features/apis/import-document';

/** The use case validates: what arrives here may be anything. */
export async function importAction(input: ImportInput) {
  return toResult(async () => importDocument(await requestContext(), input));
}
