import type { Json } from '../../../json';
import type { LoweredObject, LoweredSchema } from '../lower';

import * as applicators from './applicators';
import * as arrays from './arrays';
import { broken, type Bar, type Check, type Issue } from './check';
import * as objects from './objects';
import * as scalars from './scalars';
import { unevaluatedItemsCheck, unevaluatedPropertiesCheck } from './unevaluated';

export interface Judge {
  /** All rules that a value breaks; one issue with the keyword `schema` where the schema refers to itself without end. */
  errorsOf(schema: LoweredSchema, value: Json): Issue[];
  isValid(schema: LoweredSchema, value: Json): boolean;
}

export type JudgeOptions = Pick<Bar, 'target' | 'matches'>;

/** References within references for one value: documents that mean something stay far below. */
const mostHops = 1000;

/** References followed for one verdict, in all: schemas that refer to the next one twice each would double the work. */
const mostFollowed = 100_000;

class Endless extends Error {}

/**
 * JSON Schema 2020-12 for schemas in lowered form. Makes one small function a keyword, when a schema is first needed:
 * generated suites ask for thousands of schemas, each for few values, and a compiler takes a millisecond for each. Its
 * verdicts are those of ajv, which the tests compare.
 */
export function createJudge(options: JudgeOptions): Judge {
  const known = new WeakMap<LoweredObject, Check>();
  /** Schemas of which one verdict was given up: others would be as well, each after as long. */
  const hopeless = new WeakSet<LoweredObject>();
  let hops = 0;
  let followed = 0;
  const bar: Bar = {
    ...options,
    checkOf(schema) {
      if (schema === true) return keepsAll;
      if (schema === false) return keepsNone;
      // Made when first called: what no value reaches needs no check.
      let check: Check | undefined;
      return (value, at, issues) => (check ??= made(schema))(value, at, issues);
    },
  };
  const made = (schema: LoweredObject): Check => {
    const check = known.get(schema) ?? together(checksOf(schema, bar));
    known.set(schema, check);
    return check;
  };
  const reference = (address: string): Check => {
    const follow = bar.checkOf(options.target(address));
    return (value, at, issues) => {
      if (++hops > mostHops || ++followed > mostFollowed) throw new Endless();
      const isKept = follow(value, at, issues);
      hops--;
      return isKept;
    };
  };
  const judged = <Verdict>(schema: LoweredSchema, verdict: () => Verdict, endless: Verdict): Verdict => {
    if (typeof schema === 'object' && hopeless.has(schema)) return endless;
    hops = 0;
    followed = 0;
    try {
      return verdict();
    } catch (cause) {
      if (typeof schema === 'object' && followed > mostFollowed) hopeless.add(schema);
      // Values nested as deeply as a document may nest them can exhaust the stack first.
      if (cause instanceof Endless || cause instanceof RangeError) return endless;
      throw cause;
    }
  };
  const checksOf = (schema: LoweredObject, context: Bar): Check[] =>
    Object.keys(schema).flatMap((keyword) => {
      if (keyword === '$ref') return [reference(schema.$ref ?? '')];
      const make = keywords.get(keyword);
      return make?.(schema, context) ?? [];
    });

  return {
    errorsOf: (schema, value) => {
      const issues: Issue[] = [];
      const verdict = (): Issue[] => {
        bar.checkOf(schema)(value, '', issues);
        return issues;
      };
      return judged(schema, verdict, [{ keyword: 'schema', instancePath: '', params: {} }]);
    },
    isValid: (schema, value) => judged(schema, () => bar.checkOf(schema)(value, '', undefined), false),
  };
}

const keepsAll: Check = () => true;
const keepsNone: Check = (_value, at, issues) => broken(issues, 'false schema', at);

function together(checks: Check[]): Check {
  const [first] = checks;
  if (first === undefined) return keepsAll;
  if (checks.length === 1) return first;
  return (value, at, issues) => {
    let isKept = true;
    for (const check of checks) {
      if (check(value, at, issues)) continue;
      if (issues === undefined) return false;
      isKept = false;
    }
    return isKept;
  };
}

type Maker = (schema: LoweredObject, bar: Bar) => Check | undefined;

const keywords = new Map<string, Maker>([
  ['type', scalars.typeCheck],
  ['enum', scalars.enumCheck],
  ['const', scalars.constCheck],
  ['pattern', scalars.patternCheck],
  ['format', scalars.formatCheckOf],
  ...(['minLength', 'maxLength'] as const).map((keyword) => maker(keyword, scalars.lengthCheck)),
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const).map((keyword) =>
    maker(keyword, scalars.numberCheck),
  ),
  ...(['minProperties', 'maxProperties'] as const).map((keyword) => maker(keyword, objects.memberCountCheck)),
  ...(['minItems', 'maxItems'] as const).map((keyword) => maker(keyword, arrays.itemCountCheck)),
  ['required', objects.requiredCheck],
  ['dependentRequired', objects.dependentRequiredCheck],
  ['properties', objects.propertiesCheck],
  ['patternProperties', objects.patternPropertiesCheck],
  ['additionalProperties', objects.additionalPropertiesCheck],
  ['propertyNames', objects.propertyNamesCheck],
  ['unevaluatedProperties', unevaluatedPropertiesCheck],
  ['uniqueItems', arrays.uniqueItemsCheck],
  ['prefixItems', arrays.prefixItemsCheck],
  ['items', arrays.itemsCheck],
  ['contains', arrays.containsCheck],
  ['unevaluatedItems', unevaluatedItemsCheck],
  ['allOf', applicators.allOfCheck],
  ['anyOf', applicators.anyOfCheck],
  ['oneOf', applicators.oneOfCheck],
  ['not', applicators.notCheck],
  ['if', applicators.ifCheck],
  ['dependentSchemas', applicators.dependentSchemasCheck],
]);

function maker<Keyword extends string>(
  keyword: Keyword,
  make: (keyword: Keyword, schema: LoweredObject) => Check,
): [string, Maker] {
  return [keyword, (schema) => make(keyword, schema)];
}
