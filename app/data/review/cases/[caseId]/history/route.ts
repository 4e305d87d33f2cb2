
import { requestContext } from '../../../../../_server/request-context';
import { screenData } from '../../../../../_server/screen-data';

import { getHistory } from '#lib/features/reviews/get-history';

export function GET(request: Request, { params }: RouteContext<'/data/review/cases/[caseId]/history'>) {
  return screenData(request, async () => getHistory(await requestContext(), await params));
}
