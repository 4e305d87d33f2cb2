import { describe, expect, it } from 'vitest';

import { absentHash, generatePassword, hashPassword, verifyPassword } from './password';

describe('password hashes', () => {
  it('are PHC strings with a salt of their own', async () => {
    const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(first).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword('correct horse', first)).toBe(true);
    expect(await verifyPassword('correct horsf', first)).toBe(false);
  });

  it('take the same password in both Unicode forms', async () => {
    expect(await verifyPassword('cafe\u0301 noir', await hashPassword('caf\u00e9 noir'))).toBe(true);
  });

  it('verify a hash of another cost', async () => {
    // RFC 7914, section 12, second vector: N=1024, r=8, p=16, salt NaCl.
    const key =
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640';
    const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
    const phc = `$scrypt$ln=10,r=8,p=16$${base64(Buffer.from('NaCl'))}$${base64(Buffer.from(key, 'hex'))}`;
    expect(await verifyPassword('password', phc)).toBe(true);
  });

  it.each(['', 'plain', '$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA'])('never match %j', async (text) => {
    expect(await verifyPassword(text, text)).toBe(false);
  });

  it('have one that nothing matches', async () => {
    expect(await verifyPassword('', absentHash)).toBe(false);
  });
});

it('generates passwords that can be read aloud', () => {
  const passwords = Array.from({ length: 50 }, generatePassword);
  expect(new Set(passwords).size).toBe(50);
  for (const password of passwords) expect(password).toMatch(/^([2-9a-hjkmnp-z]{5}-){3}[2-9a-hjkmnp-z]{5}$/);
});
