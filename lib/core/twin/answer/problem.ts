import { isJson } from '../../generator/plan/media-type';
import { propertiesOf } from '../../generator/plan/schema-members';
import { isObject } from '../../generator/values/same';
import type { Json, JsonObject } from '../../json';
import type { MediaType } from '../../openapi/model';
import type { Refusal } from '../exchange';
import type { World } from '../world';

import { problemTitles } from './problem-titles';

/** A refusal as RFC 9457 has it. */
export function problemFor({ status, detail, breaches }: Refusal): JsonObject {
  const errors = breaches?.map(({ place, message }) => ({ place, message }));
  return {
    title: problemTitles[status] ?? 'Error',
    status,
    detail,
    ...(errors && errors.length > 0 && { errors }),
  };
}

/** What is known of the body of a refusal: the members that its schema describes, on top of an example of the document. */
export function problemContent(world: World, media: MediaType, refusal: Refusal): Json | undefined {
  if (!isJson(media.mediaType)) return undefined;
  const problem = problemFor(refusal);
  if (media.schema === undefined) return media.examples[0]?.value ?? problem;
  const { schemas } = world.model;
  const described = propertiesOf(media.schema, schemas);
  if (described.size === 0) return media.examples.length > 0 ? undefined : problem;
  const { title = '', status = 0, detail = '' } = problem;
  const names: JsonObject = {
    ...problem,
    message: detail,
    msg: detail,
    description: detail,
    error: title,
    error_description: detail,
    code: status,
    error_code: status,
    statusCode: status,
    status_code: status,
  };
  const { registry, validator } = world.answers;
  const fitting = Object.entries(names).filter(([name, value]) => {
    const schema = described.get(name);
    return schema !== undefined && validator.isValid(registry.of(schema), value);
  });
  const example = media.examples.length > 0 ? world.answers.sample(media) : undefined;
  const usual = isObject(example) ? withoutErrors(example) : {};
  return { ...usual, ...Object.fromEntries(fitting) };
}

/** The broken rules of an example are not those of this request. */
function withoutErrors({ errors: _, ...rest }: JsonObject): JsonObject {
  return rest;
}
