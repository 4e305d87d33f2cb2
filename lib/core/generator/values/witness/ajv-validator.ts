import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';

import type { Json } from '../../../json';
import type { Schema, SchemaRegistry } from '../../../openapi/model';
import type { Issue } from '../judge/check';
import { createLowering, type LoweredObject, type LoweredSchema } from '../lower';
import { knownPatterns } from '../pattern/known';
import { problemIn, whole, type Validator, type ValidatorOptions } from '../validator';

import { addKnownFormats } from './ajv-formats';

/**
 * The same verdicts as `createValidator`, by ajv: slow, for it compiles every schema, and independent of how values are
 * made. What cannot be compiled gives the issue `schema`; no document makes this throw.
 */
export function createAjvValidator(registry: SchemaRegistry, options: ValidatorOptions): Validator {
  const { assertFormats } = options;
  const patternOf = knownPatterns();
  const ajv = createAjv((source) => {
    const pattern = patternOf(source);
    if ('ignored' in pattern) throw new SyntaxError(pattern.ignored);
    return pattern.test;
  });

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
  /** The members of a document's many bodies repeat each other; by reference each different one is compiled once. */
  const refer = (lowered: LoweredSchema): LoweredSchema => {
    if (typeof lowered === 'boolean') return lowered;
    const names = Object.keys(lowered);
    if (names.length === 0 || (names.length === 1 && names[0] === '$ref')) return lowered;
    return { $ref: share(lowered) };
  };
  const lowering = createLowering({
    registry,
    assertFormats,
    addressOf,
    refer,
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
  const errorsOfLowered = (lowered: LoweredObject, value: Json): Issue[] => {
    const unusable: Issue = { keyword: 'schema', instancePath: '', params: {} };
    const validate = compile(lowered);
    if (!validate) return [unusable];
    try {
      return validate(value) ? [] : (validate.errors ?? []).map(issueOf);
    } catch {
      // A schema that refers to itself without end exhausts the stack.
      return [unusable];
    }
  };
  const errorsOf = (schema: Schema, value: Json) => errorsOfLowered(whole(lowering.lower(schema)), value);

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
    problemOf: (schema) => problemIn(errorsOf(schema, null)),
    patternOf,
    isOfFormat: (format, value) =>
      !assertFormats || errorsOfLowered(formatSchema(format), value).length === 0,
  };
}

function issueOf({ keyword, instancePath, params }: Issue): Issue {
  return { keyword, instancePath, params };
}

function createAjv(matcher: (source: string) => (text: string) => boolean): Ajv2020 {
  /** Ajv keeps one matcher for each text that `toString` gives. */
  const regExp = (source: string) =>
    Object.assign(Object.create(null), { test: matcher(source), toString: () => source });
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    messages: false,
    logger: false,
    validateSchema: false,
    addUsedSchema: false,
    multipleOfPrecision: 9,
    // Names of members come from documents: `constructor` is one like any other.
    ownProperties: true,
    // Each schema is compiled for few values: what tidier code would save costs more than it is worth.
    inlineRefs: false,
    code: { optimize: false, regExp: Object.assign(regExp, { code: 'regExp' }) },
  });
  addKnownFormats(ajv);
  return ajv;
}
