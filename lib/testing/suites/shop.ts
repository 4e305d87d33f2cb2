import { defaultCredentials } from '../shop/credentials';
import { faults, type FaultId } from '../shop/faults';
import { startShop } from '../shop/server';

import type { ServiceUnderTest } from './service-under-test';
import { finders } from './shop-finders';
import { missed } from './shop-missed';

export const shop: ServiceUnderTest<FaultId> = {
  title: 'the suite of the sample document',
  document: 'public/sample/shop.openapi.yaml',
  start: (switchedOn) => startShop({ faults: switchedOn }),
  environment: ({ url }) => ({
    API_BASE_URL: url,
    API_TOKEN: defaultCredentials.token,
    API_KEY: defaultCredentials.apiKey,
    API_TOKEN_READONLY: defaultCredentials.readOnlyToken,
    API_TOKEN_OTHER: defaultCredentials.otherToken,
    // Generous, as no test of ours is to depend on how busy its machine is.
    API_P95_MS: '4000',
    API_ROUNDS: '2',
    API_WARM_UP: '1',
  }),
  faults,
  finders,
  missed,
};
