import { problemResponse } from '#lib/platform/http/problem';
import { requestIdOf } from '#lib/platform/http/request-id';
import { runtime } from '#lib/platform/runtime';

/**
 * What an open page reads again. Pages get their first data from the use case directly; later reads come here and not
 * through server actions, because a browser sends those one after the other and a read would hold up a decision.
 */
export async function screenData(request: Request, read: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await read(), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error, requestIdOf(request.headers), (await runtime('web')).log);
  }
}
