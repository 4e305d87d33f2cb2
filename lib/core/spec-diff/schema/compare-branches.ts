import type { Schema, SchemaObject } from '../../openapi/model';

import { differenceAt, type Place } from './compare-members';
import type { Comparison, Difference } from './difference';

/** Alternatives are matched by what they refer to, else by position among those that refer to nothing. */
export function compareBranches(place: Place): Comparison {
  const differences: Difference[] = [];
  const pairs: Comparison['pairs'] = [];
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const old = namedBranches(place.before[keyword]);
    const now = namedBranches(place.after[keyword]);
    if (old.size === 0 && now.size === 0) continue;
    if (old.size === 0 || now.size === 0) {
      const added = old.size === 0;
      const text = added ? `${keyword} added` : `${keyword} removed`;
      const effect = added ? 'narrower' : 'wider';
      differences.push(
        differenceAt(place, { kind: 'alternatives-changed', keyword, text, effect, gone: !added }),
      );
      continue;
    }
    for (const [name, after] of now) {
      const before = old.get(name);
      if (before !== undefined) pairs.push({ at: place.at, before, after });
      else
        differences.push(
          differenceAt(place, {
            kind: 'alternative-added',
            keyword,
            text: `alternative ${name} added`,
            effect: 'wider',
          }),
        );
    }
    for (const name of old.keys()) {
      if (now.has(name)) continue;
      const text = `alternative ${name} removed`;
      differences.push(
        differenceAt(place, { kind: 'alternative-removed', keyword, text, effect: 'narrower', gone: true }),
      );
    }
  }
  return { differences, pairs };
}

function namedBranches(branches: Schema[] | undefined): Map<string, Schema> {
  let unnamed = 0;
  return new Map(
    (branches ?? []).map((branch) => {
      const name = typeof branch === 'object' ? (branch.$ref?.split('/').at(-1) ?? branch.title) : undefined;
      return [name ?? String(++unnamed), branch];
    }),
  );
}

const rest = [
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  'unevaluatedProperties',
  'unevaluatedItems',
] as const;

/** Conditions are too rich to say whether they got stricter: any difference counts, in both directions. */
export function compareConditions(place: Place): Difference[] {
  return rest.flatMap((keyword) => {
    const old: SchemaObject[typeof keyword] = place.before[keyword];
    const now: SchemaObject[typeof keyword] = place.after[keyword];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const text =
      old === undefined
        ? `${keyword} added`
        : now === undefined
          ? `${keyword} removed`
          : `${keyword} changed`;
    const effect = old === undefined ? 'narrower' : now === undefined ? 'wider' : 'both';
    return [
      differenceAt(place, { kind: 'condition-changed', keyword, text, effect, gone: now === undefined }),
    ];
  });
}
