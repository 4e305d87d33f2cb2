import type { Json } from '../../json';
import { child, type ObjectNode } from '../node';
import type { Reader } from '../reader';

import { listKeywords, mapKeywords, singleKeywords } from './subschemas';

const words = (text: string): string[] => text.split(' ');

/** What every version knows. */
const always = words(
  '$ref title description format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum ' +
    'multipleOf properties required additionalProperties minProperties maxProperties items minItems maxItems ' +
    'uniqueItems allOf enum default type readOnly discriminator xml externalDocs example',
);
/** What JSON Schema has had all along, or has in one of its drafts, and OpenAPI 3.1 took over. */
const jsonSchema = words(
  'const examples contentEncoding contentMediaType minContains maxContains dependentRequired dependencies ' +
    'definitions $defs $id $schema $anchor $dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef $vocabulary ' +
    '$comment additionalItems',
).concat(singleKeywords, listKeywords, mapKeywords);
const since30 = words('nullable anyOf oneOf not writeOnly deprecated');

const known: ReadonlySet<string> = new Set([...always, ...jsonSchema, ...since30]);
const known20: ReadonlySet<string> = new Set(always);
const known30: ReadonlySet<string> = new Set([...always, ...since30]);

const usualDraft = /json-schema\.org\/draft\/20(?:19-09|20-12)\/|spec\.openapis\.org\/oas\/3\.[12]\//;

/** Keywords that a validator may know and no test asks about. */
function isUnused(keyword: string, value: Json | undefined): boolean {
  return keyword === 'contentSchema' || (keyword === '$schema' && !usualDraft.test(String(value)));
}

/**
 * Reports keywords that have no effect, and such that the document's version does not have: they are read as JSON Schema
 * 2020-12 has them, for that is what their authors mean.
 */
export function reportKeywords(reader: Reader, node: ObjectNode): void {
  const own = reader.dialect === 'swagger-2.0' ? known20 : reader.dialect === 'openapi-3.0' ? known30 : known;
  for (const keyword of Object.keys(node.value)) {
    if (isUnused(keyword, node.value[keyword])) {
      reader.report(
        'info',
        'unused-keyword',
        child(node, keyword) ?? node,
        `No test comes of ${keyword}, and schemas are read as JSON Schema 2020-12.`,
      );
      continue;
    }
    if (own.has(keyword) || keyword.startsWith('x-')) continue;
    const isKnown = known.has(keyword);
    reader.report(
      'info',
      isKnown ? 'newer-keyword' : 'unknown-keyword',
      child(node, keyword) ?? node,
      isKnown
        ? `${reader.dialect} has no keyword "${keyword}"; it is read as JSON Schema 2020-12 has it.`
        : `There is no keyword "${keyword}" in schemas; it has no effect.`,
      isKnown ? 'Move to OpenAPI 3.1, or say it in words of this version.' : 'Correct the spelling.',
    );
  }
}
