import { describeHttpApi } from '#lib/core/http-api/describe-http-api';
import { env } from '#lib/platform/config/env';

export const dynamic = 'force-dynamic';

/** The description of what this product offers to machines. */
export function GET(): Response {
  return Response.json(describeHttpApi(env().PUBLIC_URL));
}
