/**
 * Keywords of OpenAPI and JSON Schema that state a rule a test can check. Only lines with one of them can be marked as
 * covered by nothing: a hollow mark on each brace would say nothing.
 */
const keywords = new Set([
  'required',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'enum',
  'const',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'additionalProperties',
  'type',
  'security',
]);

/** Whether a line of YAML or JSON states a rule: a constraint keyword, or a response's status. */
export function statesRule(text: string): boolean {
  const key = /^\s*(?:-\s+)?["']?([A-Za-z]+|[1-5](?:\d\d|XX))["']?\s*:/u.exec(text)?.[1];
  return key !== undefined && (keywords.has(key) || /^\d/u.test(key));
}
