import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { applyDelta } from './delta';
import type { Place } from './types';
import { createValues } from './values';

import { readDocument } from '#lib/core/openapi/read-document';

const examples = dirname(createRequire(import.meta.url).resolve('@readme/oas-examples/package.json'));
const folders = ['3.0/json', '3.1/json'].map((folder) => join(examples, folder));
const documents = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.json') && !/webhooks|star-trek|http-status-codes/.test(name));

describe('every schema of a request in real documents', () => {
  it.each(documents)('%s', async (name) => {
    const { model } = await readDocument({ name, text: readFileSync(name, 'utf8') });
    const options = {
      registry: model.schemas,
      seed: 's',
      assertFormats: true,
      direction: 'request',
    } as const;
    const values = createValues(options);
    for (const operation of model.operations) {
      const bodies = (operation.requestBody?.content ?? []).flatMap(
        ({ schema, mediaType, examples: named }) =>
          schema === undefined
            ? []
            : [
                {
                  name: operation.id,
                  schema,
                  place: placeOf(mediaType),
                  examples: named.map(({ value }) => value),
                },
              ],
      );
      const parameters = operation.parameters.map((parameter) => ({
        ...parameter,
        place: parameter.in satisfies Place,
      }));
      for (const { name: what, schema, place, examples: given } of [...parameters, ...bodies]) {
        const wanted = { name: what, fill: 'all', place, examples: given, key: operation.id } as const;
        const made = values.valid(schema, wanted);
        expect(createValues(options).valid(schema, wanted)).toEqual(made);
        if ('reason' in made) continue;
        expect(values.isValid(schema, made.value)).toBe(true);
        for (const { delta } of values.violations(schema, made.value, place).items) {
          expect(values.isValid(schema, applyDelta(made.value, delta))).toBe(false);
        }
        const edges = values.boundaries(schema, made.value, place).items;
        for (const { delta } of [...edges, ...values.branches(schema, made.value, place).items]) {
          expect(values.isValid(schema, applyDelta(made.value, delta))).toBe(true);
        }
      }
    }
  });
});

function placeOf(mediaType: string): Place {
  if (mediaType.startsWith('multipart/')) return 'multipart';
  return mediaType === 'application/x-www-form-urlencoded' ? 'form' : 'json';
}
