import { fullFormats } from 'ajv-formats/dist/formats.js';

import type { Json } from '../../../json';
import { integerRanges } from '../formats';
import { textFormats } from '../text-formats';

type IsOfFormat = (value: Json) => boolean;

const strings = new Map<string, unknown>([...Object.entries(fullFormats), ...Object.entries(textFormats)]);
const any: IsOfFormat = () => true;

/** Tells whether a value is of a format, for text or numbers alone as the format is; `undefined` for unknown formats. */
export function formatCheck(name: string): IsOfFormat | undefined {
  const range = Object.hasOwn(integerRanges, name) ? integerRanges[name] : undefined;
  if (range) {
    const { min, max } = range;
    return (value) => typeof value !== 'number' || (Number.isInteger(value) && value >= min && value <= max);
  }
  const known = strings.get(name);
  if (known === undefined) return undefined;
  if (known instanceof RegExp) return (value) => typeof value !== 'string' || known.test(value);
  if (typeof known === 'function') return (value) => typeof value !== 'string' || Boolean(known(value));
  if (typeof known !== 'object' || known === null || !('validate' in known)) return any;
  const { validate } = known;
  if (typeof validate !== 'function') return any;
  const type = 'type' in known && known.type === 'number' ? 'number' : 'string';
  return (value) => typeof value !== type || Boolean(validate(value));
}
