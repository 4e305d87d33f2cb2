import { describe, it } from 'vitest';

import { documentsIn, largeDocuments, sharedSpecs } from './corpus';
import { describeCorpus } from './corpus-check';

const documents = documentsIn(sharedSpecs).filter((name) => largeDocuments.test(name));

if (documents.length > 0) describeCorpus('the largest documents', documents);
else
  describe.skip(`documents of ${sharedSpecs}: the folder is not there`, () =>
    it('is skipped', () => undefined));
