
import { requestContext } from '../../../../../_server/request-context';
import { screenData } from '../../../../../_server/screen-data';

import { listPublications } from '#lib/features/publishing/list-publications';

type Route = RouteContext<'/data/review/generations/[generationId]/publications'>;

export function GET(request: Request, { params }: Route) {
  return screenData(request, async () => listPublications(await requestContext(), await params));
}
