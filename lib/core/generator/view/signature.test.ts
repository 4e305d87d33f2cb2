import { describe, expect, it } from 'vitest';

import { formatted } from '../../../testing/formatted';
import { snakeCase } from '../../python/identifier';

import { signature } from './signature';

describe('a signature is laid out as the formatter does', () => {
  const lengths = [5, 30, 44, 45, 46, 47, 48, 49, 60, 90];
  it.each([1, 2, 3])('with %i parameters of every width', (count) => {
    for (const nameLength of lengths) {
      for (const length of lengths) {
        const name = snakeCase('n'.repeat(nameLength), { fallback: 'n', maxLength: 200 });
        const args = Array.from({ length: count }, (_, index) => `${'a'.repeat(length)}${index}`);
        const written = `def ${signature(0, name, args).text}:\n    pass\n`;
        expect(formatted(written)).toBe(written);
      }
    }
  });
});
