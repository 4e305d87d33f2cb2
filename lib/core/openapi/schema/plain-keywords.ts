import type { SchemaObject } from '../model';
import { child, type ObjectNode } from '../node';
import type { Reader } from '../reader';

const textKeywords = ['title', 'description', 'format', 'contentEncoding', 'contentMediaType'] as const;
const flagKeywords = ['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'] as const;
const countKeywords = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
] as const;

/** Reads the keywords whose value is a text, a truth value or a number (JSON Schema validation, sections 6, 8 and 9). */
export function readPlainKeywords(reader: Reader, node: ObjectNode, out: SchemaObject): void {
  for (const keyword of textKeywords) {
    const value = typed(reader, node, keyword, 'a string', (found) => typeof found === 'string');
    if (typeof value === 'string') out[keyword] = value;
  }
  for (const keyword of flagKeywords) {
    const value = typed(reader, node, keyword, 'true or false', (found) => typeof found === 'boolean');
    if (typeof value === 'boolean') out[keyword] = value;
  }
  for (const keyword of countKeywords) {
    const value = typed(reader, node, keyword, 'a whole number of at least 0', isCount);
    if (typeof value === 'number') out[keyword] = value;
  }
  const multipleOf = typed(
    reader,
    node,
    'multipleOf',
    'a number above 0',
    (value) => isNumber(value) && value > 0,
  );
  if (typeof multipleOf === 'number') out.multipleOf = multipleOf;
  readPattern(reader, node, out);
  readBounds(reader, node, out);
}

/** Boolean exclusive bounds (Swagger 2.0, OpenAPI 3.0) become numbers, as JSON Schema 2020-12 has them. */
function readBounds(reader: Reader, node: ObjectNode, out: SchemaObject): void {
  const pairs = [
    ['minimum', 'exclusiveMinimum', Math.max],
    ['maximum', 'exclusiveMaximum', Math.min],
  ] as const;
  for (const [bound, exclusive, stricter] of pairs) {
    const limit = typed(reader, node, bound, 'a number', isNumber);
    const strict = typed(reader, node, exclusive, 'a number', (v) => typeof v === 'boolean' || isNumber(v));
    if (typeof strict === 'number') out[exclusive] = strict;
    if (strict === true && typeof limit !== 'number') {
      reader.report(
        'info',
        'exclusive-without-bound',
        child(node, exclusive) ?? node,
        `${exclusive} says nothing without ${bound} beside it.`,
        `Give the ${bound}.`,
      );
    }
    if (typeof limit !== 'number') continue;
    if (strict === true) out[exclusive] = limit;
    else if (typeof strict === 'number' && stricter(strict, limit) === strict) continue;
    else out[bound] = limit;
  }
}

/** A pattern that no ECMA-262 engine accepts would stop every validator: it is reported and left out. */
function readPattern(reader: Reader, node: ObjectNode, out: SchemaObject): void {
  const pattern = typed(reader, node, 'pattern', 'a string', (found) => typeof found === 'string');
  if (typeof pattern !== 'string') return;
  try {
    new RegExp(pattern);
    out.pattern = pattern;
  } catch {
    const place = child(node, 'pattern') ?? node;
    reader.report(
      'warning',
      'invalid-pattern',
      place,
      'The pattern is no regular expression that JavaScript understands; it is ignored.',
      'Write it as ECMA-262 defines, without slashes around it and without inline flags.',
    );
  }
}

function typed(
  reader: Reader,
  node: ObjectNode,
  keyword: string,
  expected: string,
  accepts: (v: unknown) => boolean,
) {
  const member = child(node, keyword);
  if (!member) return undefined;
  if (accepts(member.value)) return member.value;
  reader.wrongType(member, expected);
  return undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && isNumber(value) && value >= 0;
}
