
import { requestContext } from '../../../_server/request-context';
import { screenData } from '../../../_server/screen-data';

import { listQueue } from '#lib/features/reviews/list-queue';

export function GET(request: Request) {
  return screenData(request, async () => listQueue(await requestContext()));
}
