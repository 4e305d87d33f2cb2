import { describe, expect, it } from 'vitest';

import { createValues } from './values';

import { readDocument } from '#lib/core/openapi/read-document';

const limit = { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } };
const operation = (parameters: object[]) => ({
  get: { parameters, responses: { 200: { description: 'ok' } } },
});

describe('what equal schemas share', () => {
  it('names the places of the schema that was asked for', async () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'Twice', version: '1' },
      paths: { '/a': operation([limit]), '/b': operation([limit]) },
    };
    const { model } = await readDocument({ name: 'twice.json', text: JSON.stringify(document) });
    const values = createValues({
      registry: model.schemas,
      seed: 's',
      assertFormats: true,
      direction: 'request',
    });
    const made = model.operations.map(({ parameters }) => {
      const [schema] = parameters.map((each) => each.schema);
      if (schema === undefined) throw new Error('The operation has a parameter.');
      return {
        valid: values.valid(schema, { name: 'limit', fill: 'required', place: 'query' }),
        boundaries: values.boundaries(schema, 10, 'query').items,
        violations: values.violations(schema, 10, 'query').items,
      };
    });
    const [first, second] = made;
    expect(second?.valid).toEqual(first?.valid);
    for (const kind of ['boundaries', 'violations'] as const) {
      expect(first?.[kind].map(({ source }) => source.pointer)).toEqual(
        expect.arrayContaining(['/paths/~1a/get/parameters/0/schema/maximum']),
      );
      const moved = first?.[kind].map(({ source, ...rest }) => ({
        ...rest,
        source: { ...source, pointer: source.pointer.replace('/~1a/', '/~1b/') },
      }));
      expect(second?.[kind]).toEqual(moved);
    }
  });
});
