import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';

import type { Json } from '../../json';
import type { Schema, SchemaRegistry } from '../../openapi/model';

import { addKnownFormats } from './formats';
import { createLowering, type LoweredObject, type LoweredSchema } from './lower';
import { compilePattern, type CompiledPattern, type IgnoredPattern } from './pattern/compile';

/** One broken rule. */
export interface Issue {
  keyword: string;
  /** JSON Pointer to the member that breaks it. */
  instancePath: string;
  /** What the keyword demands in particular, e.g. the `missingProperty`. */
  params: Readonly<Record<string, unknown>>;
}

export interface Validator {
  /**
   * All rules that a value breaks. A schema that cannot be compiled gives one issue with the keyword `schema`; no
   * document makes this throw.
   */
  errorsOf(schema: Schema, value: Json): Issue[];
  isValid(schema: Schema, value: Json): boolean;
  /** As `errorsOf`, for a schema in ajv's form made with `lower` and `refer`. */
  errorsOfLowered(schema: LoweredObject, value: Json): Issue[];
  lower(schema: Schema): LoweredSchema;
  /** What stands for the schema of a member or an item in a lowered schema. */
  refer(lowered: LoweredSchema): LoweredSchema;
  /** Why a schema cannot be checked at all. */
  problemOf(schema: Schema): string | undefined;
  patternOf(source: string): CompiledPattern | IgnoredPattern;
  /** Whether a text or number is of a format; unknown formats take all. */
  isOfFormat(format: string, value: Json): boolean;
}

export interface ValidatorOptions {
  assertFormats: boolean;
}

/** JSON Schema 2020-12 (https://json-schema.org/draft/2020-12) for request values of one model. */
export function createValidator(registry: SchemaRegistry, options: ValidatorOptions): Validator {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    messages: false,
    logger: false,
    validateSchema: false,
    addUsedSchema: false,
    multipleOfPrecision: 9,
    // Each schema is compiled for few values: what tidier code would save costs more than it is worth.
    inlineRefs: false,
    code: {
      optimize: false,
      regExp: Object.assign((source: string) => usable(source), { code: 'regExp' }),
    },
  });
  addKnownFormats(ajv);
  const patterns = new Map<string, CompiledPattern | IgnoredPattern>();
  const patternOf = (source: string) => {
    const known = patterns.get(source) ?? compilePattern(source);
    patterns.set(source, known);
    return known;
  };
  /** Ajv keeps one matcher for each text that `toString` gives. */
  const usable = (source: string) => {
    const pattern = patternOf(source);
    if ('ignored' in pattern) throw new SyntaxError(pattern.ignored);
    return Object.assign(Object.create(null), { test: pattern.test, toString: () => source });
  };

  const addresses = new Map<string, string>();
  const pending: string[] = [];
  const addressOf = (id: string) => {
    const known = addresses.get(id);
    if (known !== undefined) return known;
    const address = `https://schemas.invalid/${addresses.size}`;
    addresses.set(id, address);
    pending.push(id);
    return address;
  };
  const { assertFormats } = options;
  const shared = new Map<string, string>();
  const share = (lowered: LoweredObject) => {
    const text = JSON.stringify(lowered);
    const known = shared.get(text);
    if (known !== undefined) return known;
    const address = `https://schemas.invalid/shared/${shared.size}`;
    shared.set(text, address);
    ajv.addSchema(lowered, address);
    return address;
  };
  const lowering = createLowering({
    registry,
    assertFormats,
    addressOf,
    share,
    isUsablePattern: (source) => !('ignored' in patternOf(source)),
  });
  /** Named schemas are added when something refers to them, each compiled once for all that do. */
  const addPending = () => {
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const lowered = lowering.lower(registry.get(id) ?? true);
      ajv.addSchema({ allOf: [lowered] }, addressOf(id));
    }
  };

  const compiled = new WeakMap<object, ValidateFunction | undefined>();
  const compile = (lowered: LoweredObject): ValidateFunction | undefined => {
    if (compiled.has(lowered)) return compiled.get(lowered);
    let result: ValidateFunction | undefined;
    try {
      addPending();
      result = ajv.getSchema(share(lowered));
    } catch {
      // Not matched on: whatever ajv cannot compile has no values, and says so as the issue `schema`.
      result = undefined;
    }
    compiled.set(lowered, result);
    return result;
  };
  const issueOf = ({ keyword, instancePath, params }: Issue): Issue => ({ keyword, instancePath, params });
  const errorsOfLowered = (lowered: LoweredObject, value: Json): Issue[] => {
    const broken: Issue = { keyword: 'schema', instancePath: '', params: {} };
    const validate = compile(lowered);
    if (!validate) return [broken];
    try {
      return validate(value) ? [] : (validate.errors ?? []).map(issueOf);
    } catch {
      // A schema that refers to itself without end exhausts the stack.
      return [broken];
    }
  };
  const wholes = new Map<boolean, LoweredObject>([
    [true, {}],
    [false, { not: {} }],
  ]);
  const errorsOf = (schema: Schema, value: Json): Issue[] => {
    const lowered = lowering.lower(schema);
    const whole = typeof lowered === 'boolean' ? wholes.get(lowered) : lowered;
    return errorsOfLowered(whole ?? {}, value);
  };

  const formatSchemas = new Map<string, LoweredObject>();
  const formatSchema = (format: string): LoweredObject => {
    const known = formatSchemas.get(format) ?? { format };
    formatSchemas.set(format, known);
    return known;
  };

  return {
    errorsOf,
    errorsOfLowered,
    isValid: (schema, value) => errorsOf(schema, value).length === 0,
    lower: lowering.lower,
    refer: lowering.refer,
    problemOf: (schema) =>
      errorsOf(schema, null).some(({ keyword }) => keyword === 'schema')
        ? 'The schema cannot be compiled: it refers to itself without end or is malformed.'
        : undefined,
    patternOf,
    isOfFormat: (format, value) =>
      !assertFormats || errorsOfLowered(formatSchema(format), value).length === 0,
  };
}
