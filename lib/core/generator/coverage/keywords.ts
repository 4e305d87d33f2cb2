import type { SourceRef } from '../../diagnostics';
import type { Operation, Schema, SchemaObject, SchemaRegistry } from '../../openapi/model';
import { targetOf } from '../../openapi/schema/registry';
import { subschemas } from '../../openapi/schema/subschemas';
import { hasFlag } from '../plan/schema-members';

/** A keyword that rules values, where it stands. */
export interface KeywordPlace {
  keyword: string;
  source: SourceRef;
  reason: string;
}

/** Keywords that a value can break (JSON Schema 2020-12 validation and applicators). */
const ruling = [
  ...(['type', 'enum', 'const', 'minLength', 'maxLength', 'pattern', 'format'] as const),
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const),
  ...(['required', 'minProperties', 'maxProperties', 'propertyNames', 'patternProperties'] as const),
  ...(['dependentRequired', 'dependentSchemas', 'additionalProperties', 'unevaluatedProperties'] as const),
  ...(['minItems', 'maxItems', 'uniqueItems', 'contains', 'prefixItems', 'unevaluatedItems'] as const),
  ...(['oneOf', 'anyOf', 'not', 'if', 'discriminator'] as const),
];

/** The ruling keywords of one schema, what it refers to left aside. */
export function keywordPlaces(schema: Schema, registry: SchemaRegistry): KeywordPlace[] {
  if (typeof schema === 'boolean') return [];
  const own = placesOf(schema, registry, 'no request that the tests send reaches it');
  return [...own, ...subschemas(schema).flatMap((inner) => keywordPlaces(inner.schema, registry))];
}

/** Every ruling keyword that requests of these operations are subject to, once each however many share it. */
export function* requestKeywords(
  operations: readonly Operation[],
  registry: SchemaRegistry,
): Generator<KeywordPlace> {
  const seen = new Set<SchemaObject>();
  const open: { schema: Schema; reason: string }[] = [];
  for (const { parameters, requestBody } of operations) {
    for (const { schema } of parameters)
      open.push({ schema, reason: 'no value of the parameter breaks it alone' });
    for (const { schema } of requestBody?.content ?? []) {
      if (schema !== undefined) open.push({ schema, reason: 'no request that the tests send reaches it' });
    }
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { schema, reason } = next;
    if (typeof schema === 'boolean' || seen.has(schema)) continue;
    seen.add(schema);
    const isHidden = hasFlag(schema, 'readOnly', registry);
    const why = isHidden ? 'readOnly: a request does not send it' : reason;
    yield* placesOf(schema, registry, why);
    for (const inner of subschemas(schema)) open.push({ schema: inner.schema, reason: why });
    const target = registry.get(targetOf(schema) ?? '');
    if (target !== undefined) open.push({ schema: target, reason });
  }
}

function placesOf(schema: SchemaObject, registry: SchemaRegistry, reason: string): KeywordPlace[] {
  const at = registry.sourceOf(schema);
  if (!at) return [];
  return ruling.flatMap((keyword) => {
    if (!rules(schema, keyword)) return [];
    return [{ keyword, source: { file: at.file, pointer: `${at.pointer}/${keyword}` }, reason }];
  });
}

/** An object that is open, and a list that is free, rule nothing. */
function rules(schema: SchemaObject, keyword: (typeof ruling)[number]): boolean {
  const value = schema[keyword];
  if (value === undefined || value === true) return keyword === 'uniqueItems' && value === true;
  return value !== 0 || !/^min(Length|Items|Properties)$/.test(keyword);
}
