
import { requestContext } from '../../../../../../_server/request-context';
import { screenData } from '../../../../../../_server/screen-data';

import { getOperation } from '#lib/features/reviews/get-operation';

type Route = RouteContext<'/data/review/generations/[generationId]/operations/[operationId]'>;

export function GET(request: Request, { params }: Route) {
  return screenData(request, async () => getOperation(await requestContext(), await params));
}
