
import { requestContext } from '../../../../_server/request-context';
import { screenData } from '../../../../_server/screen-data';

import { getGeneration } from '#lib/features/reviews/get-generation';

export function GET(request: Request, { params }: RouteContext<'/data/review/generations/[generationId]'>) {
  return screenData(request, async () => getGeneration(await requestContext(), await params));
}
