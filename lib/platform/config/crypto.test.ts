import { randomBytes } from 'node:crypto';

import { expect, it } from 'vitest';

import { decryptSecret, encryptSecret } from './crypto';

const key = randomBytes(32).toString('base64');

it('reads back what it encrypted, each time as another text', () => {
  const first = encryptSecret('令牌 token', key);
  expect(first).not.toBe(encryptSecret('令牌 token', key));
  expect(decryptSecret(first, key)).toBe('令牌 token');
});

it.each([
  ['another key', (text: string) => decryptSecret(text, randomBytes(32).toString('base64'))],
  [
    'a changed text',
    (text: string) =>
      decryptSecret(
        text.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        key,
      ),
  ],
  ['no such text', () => decryptSecret('plain', key)],
])('refuses %s', (_name, read) => {
  expect(() => read(encryptSecret('secret', key))).toThrow(/cannot be decrypted/);
});
