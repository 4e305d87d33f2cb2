import { applyDelta } from '#lib/core/generator/values/delta';
import type { Place } from '#lib/core/generator/values/types';
import { createValidator, type Issue } from '#lib/core/generator/values/validator';
import { createValues } from '#lib/core/generator/values/values';
import { createAjvValidator } from '#lib/core/generator/values/witness/ajv-validator';
import type { Json } from '#lib/core/json';
import type { ApiModel, Schema } from '#lib/core/openapi/model';

interface Wanted {
  name: string;
  schema: Schema;
  place: Place;
  examples: Json[];
}

/** Issues in a comparable form: keywords with their places, whatever the order in which they were found. */
export function issuesText(issues: readonly Issue[]): string {
  return issues
    .map(({ keyword, instancePath }) => `${keyword} at ${instancePath}`)
    .sort()
    .join('\n');
}

/**
 * Where our judge and ajv differ on a document: over all values, boundaries and violations of its requests, which both
 * must lead to, and over what is wrong with each of them.
 */
export function differingVerdicts(model: ApiModel): string[] {
  const options = { registry: model.schemas, seed: 's', assertFormats: true, direction: 'request' } as const;
  const judge = createValidator(model.schemas, options);
  const ajv = createAjvValidator(model.schemas, options);
  const ours = createValues(options, judge);
  const theirs = createValues(options, ajv);
  const found: string[] = [];
  const compare = (what: string, left: unknown, right: unknown) => {
    if (JSON.stringify(left) !== JSON.stringify(right)) found.push(what);
  };
  const compareIssues = (what: string, schema: Schema, value: Json) =>
    compare(what, issuesText(judge.errorsOf(schema, value)), issuesText(ajv.errorsOf(schema, value)));
  for (const { name, schema, place, examples } of wantedOf(model)) {
    for (const fill of ['all', 'required'] as const) {
      const wanted = { name, fill, place, examples };
      const made = ours.valid(schema, wanted);
      compare(`${name}: ${fill}`, made, theirs.valid(schema, wanted));
      for (const value of [null, ...examples]) compareIssues(`${name}: example`, schema, value);
      if ('reason' in made) continue;
      compareIssues(`${name}: value`, schema, made.value);
      for (const kind of ['boundaries', 'violations'] as const) {
        const { items, skipped } = ours[kind](schema, made.value, place);
        compare(`${name}: ${kind}`, { items, skipped }, theirs[kind](schema, made.value, place));
        for (const { delta } of items) {
          compareIssues(`${name}: one of ${kind}`, schema, applyDelta(made.value, delta));
        }
      }
    }
  }
  return found;
}

function wantedOf(model: ApiModel): Wanted[] {
  return model.operations.flatMap((operation) => [
    ...operation.parameters.map(({ name, schema, in: place, examples }) => ({
      name: `${operation.id} ${name}`,
      schema,
      place,
      examples,
    })),
    ...(operation.requestBody?.content ?? []).flatMap(({ schema, mediaType, examples }) =>
      schema === undefined
        ? []
        : [
            {
              name: `${operation.id} ${mediaType}`,
              schema,
              place: placeOf(mediaType),
              examples: examples.map(({ value }) => value),
            },
          ],
    ),
  ]);
}

function placeOf(mediaType: string): Place {
  if (mediaType.startsWith('multipart/')) return 'multipart';
  return mediaType.includes('urlencoded') ? 'form' : 'json';
}
