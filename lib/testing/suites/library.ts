import { libraryEnvironment } from '../library/environment';
import { faults, type FaultId } from '../library/faults';
import { startLibrary } from '../library/server';

import { finders } from './library-finders';
import { missed } from './library-missed';
import type { ServiceUnderTest } from './service-under-test';

export const library: ServiceUnderTest<FaultId> = {
  title: 'the suite of the lending library',
  document: 'lib/testing/library/library.openapi.yaml',
  start: (switchedOn) => startLibrary({ faults: switchedOn }),
  environment: ({ url }) => libraryEnvironment(url),
  faults,
  finders,
  missed,
};
