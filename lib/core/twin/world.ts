import { createValidator, type Validator } from '../generator/values/validator';
import type { ApiModel } from '../openapi/model';

import { createAnswerValues, type AnswerValues } from './answer/answer-values';
import { usualIdentities, type TwinIdentity } from './credentials';
import { createKnowledge, type Knowledge } from './knowledge';
import { createTextReader, type TextReader } from './request/typed-text';
import { Store } from './store';

export interface TwinOptions {
  /** Milliseconds since 1970: core has no clock of its own. */
  now: () => number;
  /** Same seed, same made-up values and ids. */
  seed?: string;
  /** Who may ask; three people with well-known credentials unless told. */
  identities?: readonly TwinIdentity[];
}

/** What every part of the twin works on. */
export interface World {
  model: ApiModel;
  knowledge: Knowledge;
  /** Judges requests, as the generator does. */
  validator: Validator;
  reader: TextReader;
  answers: AnswerValues;
  identities: readonly TwinIdentity[];
  store: Store;
  now(): number;
}

export function createWorld(model: ApiModel, options: TwinOptions): World {
  const validator = createValidator(model.schemas, { assertFormats: true });
  return {
    model,
    knowledge: createKnowledge(model),
    validator,
    reader: createTextReader(model.schemas, validator),
    answers: createAnswerValues(model.schemas, options.seed ?? 'ai-test-gen'),
    identities: options.identities ?? usualIdentities,
    store: new Store(),
    now: options.now,
  };
}
