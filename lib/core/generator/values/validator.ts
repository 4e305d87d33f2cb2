import type { Json } from '../../json';
import type { Schema, SchemaRegistry } from '../../openapi/model';

import type { Issue } from './judge/check';
import { formatCheck } from './judge/formats';
import { createJudge } from './judge/judge';
import { createLowering, type LoweredObject, type LoweredSchema } from './lower';
import { knownPatterns, type PatternOf } from './pattern/known';

export type { Issue } from './judge/check';

export interface Validator {
  /**
   * All rules that a value breaks. A schema that cannot be judged gives one issue with the keyword `schema`; no document
   * makes this throw.
   */
  errorsOf(schema: Schema, value: Json): Issue[];
  isValid(schema: Schema, value: Json): boolean;
  /** As `errorsOf`, for a schema in lowered form made with `lower` and `refer`. */
  errorsOfLowered(schema: LoweredObject, value: Json): Issue[];
  lower(schema: Schema): LoweredSchema;
  /** What stands for the schema of a member or an item in a lowered schema. */
  refer(lowered: LoweredSchema): LoweredSchema;
  /** Why a schema cannot be checked at all. */
  problemOf(schema: Schema): string | undefined;
  patternOf: PatternOf;
  /** Whether a text or number is of a format; unknown formats take all. */
  isOfFormat(format: string, value: Json): boolean;
}

export interface ValidatorOptions {
  assertFormats: boolean;
}

/** JSON Schema 2020-12 (https://json-schema.org/draft/2020-12) for request values of one model. */
export function createValidator(registry: SchemaRegistry, { assertFormats }: ValidatorOptions): Validator {
  const patternOf = knownPatterns();
  const lowering = createLowering({
    registry,
    assertFormats,
    addressOf: (id) => id,
    isUsablePattern: (source) => !('ignored' in patternOf(source)),
  });
  const judge = createJudge({
    target: (id) => lowering.lower(registry.get(id) ?? true),
    matches(source, text) {
      const pattern = patternOf(source);
      return 'ignored' in pattern || pattern.test(text);
    },
  });
  const errorsOf = (schema: Schema, value: Json): Issue[] =>
    judge.errorsOf(whole(lowering.lower(schema)), value);
  const formats = new Map<string, ReturnType<typeof formatCheck>>();
  const formatOf = (format: string) => {
    if (!formats.has(format)) formats.set(format, formatCheck(format));
    return formats.get(format);
  };
  return {
    errorsOf,
    errorsOfLowered: judge.errorsOf,
    isValid: (schema, value) => judge.isValid(lowering.lower(schema), value),
    lower: lowering.lower,
    refer: lowering.refer,
    problemOf: (schema) => problemIn(errorsOf(schema, null)),
    patternOf,
    isOfFormat: (format, value) => !assertFormats || (formatOf(format)?.(value) ?? true),
  };
}

/** Says why where the issues are that there is nothing to judge by. */
export function problemIn(issues: readonly Issue[]): string | undefined {
  return issues.some(({ keyword }) => keyword === 'schema')
    ? 'The schema cannot be compiled: it refers to itself without end or is malformed.'
    : undefined;
}

/** `false` as a whole schema is broken by a rule that has a name. */
export function whole(lowered: LoweredSchema): LoweredObject {
  if (typeof lowered === 'object') return lowered;
  return lowered ? takesAll : takesNothing;
}

const takesAll: LoweredObject = {};
const takesNothing: LoweredObject = { not: {} };
