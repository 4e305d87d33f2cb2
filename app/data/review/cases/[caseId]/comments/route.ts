
import { requestContext } from '../../../../../_server/request-context';
import { screenData } from '../../../../../_server/screen-data';

import { listComments } from '#lib/features/reviews/list-comments';

export function GET(request: Request, { params }: RouteContext<'/data/review/cases/[caseId]/comments'>) {
  return screenData(request, async () => listComments(await requestContext(), await params));
}
