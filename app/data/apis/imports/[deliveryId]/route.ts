
import { requestContext } from '../../../../_server/request-context';
import { screenData } from '../../../../_server/screen-data';

import { getImport } from '#lib/features/apis/get-import';

export function GET(request: Request, { params }: RouteContext<'/data/apis/imports/[deliveryId]'>) {
  return screenData(request, async () => getImport(await requestContext(), await params));
}
