import type { Json } from '../../json';
import type { JsonType, SchemaObject } from '../../openapi/model';

import type { Difference } from './difference';
import { typesOf } from './flatten';

export type Found = Pick<Difference, 'kind' | 'text' | 'effect'> & { keyword: string; gone?: boolean };

/** Differences in the keywords that judge a value by itself: types, allowed values, bounds, pattern, format. */
export function compareValues(before: SchemaObject, after: SchemaObject): Found[] {
  return [
    ...compareTypes(before, after),
    ...compareEnum(before, after),
    ...compareBounds(before, after),
    ...compareExact(before, after),
    ...compareLabels(before, after),
  ];
}

const allTypes: JsonType[] = ['null', 'boolean', 'object', 'array', 'number', 'string'];

function compareTypes(before: SchemaObject, after: SchemaObject): Found[] {
  const old = typesOf(before.type);
  const now = typesOf(after.type);
  const covers = (types: JsonType[], type: JsonType) =>
    types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
  const lost = (old.length === 0 ? allTypes : old).some((type) => !covers(now, type));
  const gained = (now.length === 0 ? allTypes : now).some((type) => !covers(old, type));
  if (!lost && !gained) return [];
  const effect = lost && gained ? 'both' : lost ? 'narrower' : 'wider';
  const say = (types: JsonType[]) => (types.length === 0 ? 'any' : types.join(' or '));
  const text = `type ${say(old)} became ${say(now)}`;
  return [{ kind: 'type-changed', keyword: 'type', text, effect, gone: now.length === 0 }];
}

function compareEnum(before: SchemaObject, after: SchemaObject): Found[] {
  const old = valuesOf(before);
  const now = valuesOf(after);
  const keyword = after.enum || before.enum ? 'enum' : 'const';
  if (!old && !now) return [];
  if (!old)
    return [{ kind: 'enum-added', keyword, text: `only ${list(now)} allowed now`, effect: 'narrower' }];
  if (!now) {
    return [
      {
        kind: 'enum-removed',
        keyword,
        text: `no longer limited to ${list(old)}`,
        effect: 'wider',
        gone: true,
      },
    ];
  }
  const found: Found[] = [];
  const lost = old.filter((value) => !now.includes(value));
  const gained = now.filter((value) => !old.includes(value));
  if (lost.length > 0) {
    found.push({
      kind: 'enum-narrowed',
      keyword,
      text: `${list(lost)} no longer allowed`,
      effect: 'narrower',
    });
  }
  if (gained.length > 0) {
    found.push({ kind: 'enum-widened', keyword, text: `${list(gained)} allowed as well`, effect: 'wider' });
  }
  return found;
}

function valuesOf(schema: SchemaObject): string[] | undefined {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  return schema.enum?.map((value) => JSON.stringify(value));
}

function list(values: string[] | undefined): string {
  const shown = (values ?? []).slice(0, 5).join(', ');
  return (values?.length ?? 0) > 5 ? `${shown} and ${(values?.length ?? 0) - 5} more` : shown;
}

const bounds = [
  ['minimum', 1],
  ['exclusiveMinimum', 1],
  ['minLength', 1],
  ['minItems', 1],
  ['minProperties', 1],
  ['minContains', 1],
  ['maximum', -1],
  ['exclusiveMaximum', -1],
  ['maxLength', -1],
  ['maxItems', -1],
  ['maxProperties', -1],
  ['maxContains', -1],
] as const;

function compareBounds(before: SchemaObject, after: SchemaObject): Found[] {
  return bounds.flatMap(([keyword, sign]): Found[] => {
    const old = before[keyword];
    const now = after[keyword];
    if (old === now) return [];
    const stricter = old === undefined || (now !== undefined && (now - old) * sign > 0);
    return [
      {
        kind: stricter ? 'bound-tightened' : 'bound-loosened',
        keyword,
        text: became(keyword, old, now),
        effect: stricter ? 'narrower' : 'wider',
        gone: now === undefined,
      },
    ];
  });
}

const exact = [
  'pattern',
  'format',
  'multipleOf',
  'uniqueItems',
  'contentEncoding',
  'contentMediaType',
] as const;

/** Keywords whose values cannot be ordered: from one to another is a change both ways. */
function compareExact(before: SchemaObject, after: SchemaObject): Found[] {
  return exact.flatMap((keyword): Found[] => {
    const old = before[keyword] === false ? undefined : before[keyword];
    const now = after[keyword] === false ? undefined : after[keyword];
    if (old === now) return [];
    const effect = old === undefined ? 'narrower' : now === undefined ? 'wider' : 'both';
    const text = became(keyword, old, now);
    return [{ kind: `${kebab(keyword)}-changed`, keyword, text, effect, gone: now === undefined }];
  });
}

/** What changes no allowed value, but that people want to know. */
function compareLabels(before: SchemaObject, after: SchemaObject): Found[] {
  const found: Found[] = [];
  if (JSON.stringify(before.default) !== JSON.stringify(after.default)) {
    const text = became('default', before.default, after.default);
    found.push({
      kind: 'default-changed',
      keyword: 'default',
      text,
      effect: 'neither',
      gone: after.default === undefined,
    });
  }
  if (!before.deprecated && after.deprecated) {
    found.push({ kind: 'deprecated', keyword: 'deprecated', text: 'is deprecated now', effect: 'neither' });
  }
  return found;
}

function became(keyword: string, old: Json | undefined, now: Json | undefined): string {
  if (old === undefined) return `${keyword} ${JSON.stringify(now)} added`;
  if (now === undefined) return `${keyword} ${JSON.stringify(old)} removed`;
  return `${keyword} ${JSON.stringify(old)} became ${JSON.stringify(now)}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
