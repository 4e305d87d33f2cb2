import type { Place } from '../../generator/values/types';
import { createValidator, type Validator } from '../../generator/values/validator';
import { createValues } from '../../generator/values/values';
import type { Json } from '../../json';
import type { MediaType, Schema, SchemaRegistry } from '../../openapi/model';

import { answerRegistry, type AnswerRegistry } from './answer-registry';
import { filledIn, project } from './project';

/** Values that answers show: always valid for their schemas where any value is. */
export interface AnswerValues {
  registry: AnswerRegistry;
  validator: Validator;
  /** A known part of an answer, without what the schema hides and with what it demands. */
  complete(schema: Schema, known: Json, key: string): Json;
  /** An answer of which nothing is known: an example of the document, else a full made-up value. */
  sample(media: MediaType, example?: string): Json | undefined;
  /** A made-up value, e.g. for a member that only the server sets; `undefined` where there is none. */
  made(
    schema: Schema,
    wanted: { name: string; key: string; place?: Place; examples?: Json[] },
  ): Json | undefined;
}

export function createAnswerValues(model: SchemaRegistry, seed: string): AnswerValues {
  const registry = answerRegistry(model);
  const validator = createValidator(registry, { assertFormats: true });
  const options = { registry, seed, assertFormats: true, direction: 'request' } as const;
  const values = createValues(options, validator);
  const samples = new Map<MediaType, Json | undefined>();

  const sampleOf = (media: MediaType): Json | undefined => {
    if (media.schema === undefined) return media.examples[0]?.value;
    const schema = registry.of(media.schema);
    const examples = media.examples.map(({ value }) => project(registry, validator, schema, value));
    const good = examples.find((value) => validator.isValid(schema, value));
    if (good !== undefined) return good;
    const made = values.valid(schema, { name: 'answer', fill: 'all', place: 'json', examples });
    return 'value' in made ? made.value : examples[0];
  };

  return {
    registry,
    validator,
    complete(original, known, key) {
      const schema = registry.of(original);
      const shown = project(registry, validator, schema, known);
      if (validator.isValid(schema, shown)) return shown;
      const made = values.valid(schema, {
        name: 'answer',
        fill: 'required',
        place: 'json',
        examples: [shown],
        key,
      });
      if ('reason' in made) return shown;
      const filled = project(registry, validator, schema, filledIn(shown, made.value));
      return validator.isValid(schema, filled) ? filled : made.value;
    },
    sample(media, example) {
      const named = example === undefined ? undefined : media.examples.find(({ name }) => name === example);
      if (named) return named.value;
      if (!samples.has(media)) samples.set(media, sampleOf(media));
      return samples.get(media);
    },
    made(original, { name, key, place = 'json', examples = [] }) {
      const schema = registry.of(original);
      const made = values.valid(schema, { name, fill: 'required', place, key, examples });
      return 'value' in made ? made.value : undefined;
    },
  };
}
