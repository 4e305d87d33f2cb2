import type { Json } from '../../../json';
import type { Schema } from '../../../openapi/model';
import { applyDelta } from '../delta';
import type { Delta, Values, ValuesOptions } from '../types';

import { createAjvValidator } from './ajv-validator';

/**
 * The same values, each judged once more by ajv when it is given away: what is said to be valid must be so, and what is
 * said to break a rule must be invalid. What ajv refutes is told in `refuted`, one sentence each. It takes several times
 * as long, so nobody should wait for it.
 */
export function witnessed(values: Values, options: ValuesOptions): { values: Values; refuted: string[] } {
  const ajv = createAjvValidator(options.registry, options);
  const refuted: string[] = [];
  const judge = (what: string, schema: Schema, value: Json, isExpected: boolean) => {
    if (ajv.isValid(schema, value) === isExpected) return;
    const place = options.registry.sourceOf(schema);
    const where = place === undefined ? 'a schema' : `${place.file}#${place.pointer}`;
    refuted.push(`${where}: ${what} is ${isExpected ? 'not valid' : 'valid'} to ajv.`);
  };
  const judgeChanges = (
    items: readonly { keyword: string; id: string; delta: Delta }[],
    schema: Schema,
    base: Json,
    isExpected: boolean,
  ) => {
    for (const { keyword, id, delta } of items)
      judge(`${keyword} ${id}`, schema, applyDelta(base, delta), isExpected);
  };
  return {
    refuted,
    values: {
      valid(schema, wanted) {
        const made = values.valid(schema, wanted);
        if ('value' in made) judge(`the value of ${wanted.name}`, schema, made.value, true);
        return made;
      },
      isValid(schema, value) {
        const isValid = values.isValid(schema, value);
        judge('a value', schema, value, isValid);
        return isValid;
      },
      boundaries(schema, base, place) {
        const made = values.boundaries(schema, base, place);
        judgeChanges(made.items, schema, base, true);
        return made;
      },
      branches(schema, base, place) {
        const made = values.branches(schema, base, place);
        judgeChanges(made.items, schema, base, true);
        return made;
      },
      violations(schema, base, place, under) {
        const made = values.violations(schema, base, place, under);
        const ofSchema = made.items.filter((item) => !item.isBeyondSchema);
        judgeChanges(ofSchema, schema, base, false);
        return made;
      },
      unique: (schema, value, name) => values.unique(schema, value, name),
    },
  };
}
