import type { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

import { integerRanges } from '../formats';
import { textFormats } from '../text-formats';

/** Teaches ajv the string formats of JSON Schema and the number formats of OpenAPI. */
export function addKnownFormats(ajv: Ajv): void {
  addFormats.default(ajv, { mode: 'full' });
  for (const [name, pattern] of Object.entries(textFormats)) ajv.addFormat(name, pattern);
  for (const [name, { min, max }] of Object.entries(integerRanges)) {
    ajv.addFormat(name, {
      type: 'number',
      validate: (value: number) => Number.isInteger(value) && value >= min && value <= max,
    });
  }
}
