import { applying, typesOf } from '../generator/plan/schema-members';
import type { Json } from '../json';
import type { Schema, SchemaObject, SchemaRegistry } from '../openapi/model';
import { shortHash, stableHash } from '../stable-hash';

import type { AnswerValues } from './answer/answer-values';

const mostTries = 30;

/** An id that fits all schemas that show it: a number that counts up, a UUID, or a text of the described form. */
export function madeId(
  values: AnswerValues,
  registry: SchemaRegistry,
  schemas: readonly Schema[],
  sequence: number,
  isTaken: (id: Json) => boolean,
): Json {
  const parts = schemas.flatMap((schema) => [...applying(schema, registry)]).map(withoutExamples);
  const types = schemas.map((schema) => typesOf(schema, registry)).find((each) => each.length > 0) ?? [];
  const isGood = (id: Json) =>
    !isTaken(id) && schemas.every((schema) => values.validator.isValid(values.registry.of(schema), id));
  const isNumber = types.includes('integer') || types.includes('number');
  const minimum = Math.max(0, ...parts.map((part) => part.minimum ?? part.exclusiveMinimum ?? 0));
  for (let shift = 0; shift < mostTries; shift++) {
    const number = sequence + shift * 1000;
    const plain: Json[] = isNumber
      ? [number, minimum + number]
      : [uuidOf(`${number}`), `id-${String(number)}`, String(number), `${shortHash(`${number}`)}${number}`];
    const format = parts.find((part) => part.format !== undefined)?.format;
    const wanted = format === 'uuid' ? plain : plain.slice(isNumber ? 0 : 1);
    const found = [...wanted, ...plain].find(isGood);
    if (found !== undefined) return found;
    const made = values.made({ allOf: parts }, { name: 'id', key: `id ${number}` });
    if (made !== undefined && isGood(made)) return made;
  }
  return isNumber ? sequence : uuidOf(String(sequence));
}

function withoutExamples({
  examples: _,
  default: __,
  readOnly: ___,
  $ref: ____,
  allOf: _____,
  ...rest
}: SchemaObject): SchemaObject {
  return rest;
}

/** A UUID of version 4 (RFC 9562 section 5.4) that depends on a text only. */
export function uuidOf(text: string): string {
  const hex = ['a', 'b', 'c']
    .map((word) => stableHash(`${word} ${text}`).toString(16).padStart(14, '0'))
    .join('');
  const at = (from: number, to: number) => hex.slice(from, to);
  return `${at(0, 8)}-${at(8, 12)}-4${at(12, 15)}-8${at(15, 18)}-${at(18, 30)}`;
}
