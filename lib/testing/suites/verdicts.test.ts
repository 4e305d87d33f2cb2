import { expect, it } from 'vitest';

import { documentsIn, openDocument, packageFolders, sharedSpecs } from './corpus';

import { readDocument } from '#lib/core/openapi/read-document';
import { differingVerdicts } from '#lib/testing/verdicts';

it.each([...packageFolders, sharedSpecs].flatMap(documentsIn))(
  'ajv judges as we do: %s',
  async (name) => {
    const document = await openDocument(name);
    const read = readDocument({ ...document, validate: false });
    const { model } = await read.catch(() => ({ model: undefined }));
    // Some describe webhooks only.
    expect(model === undefined ? [] : differingVerdicts(model)).toEqual([]);
  },
  600_000,
);
