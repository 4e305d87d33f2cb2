import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

interface Cost {
  /** log2 of N. */
  ln: number;
  r: number;
  p: number;
}

/** 32 MiB and some 150 ms a guess (OWASP password storage cheat sheet: N=2^15, r=8, p=3). */
const cost: Cost = { ln: 15, r: 8, p: 3 };
const keyBytes = 32;

/** A password as a PHC string: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, base64 without padding. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost, keyBytes);
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(key)}`;
}

/** Whether the password is the one behind the PHC string; a text that is no such string never matches. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const match = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    phc,
  );
  if (match === null) return false;
  const [, ln, r, p, salt = '', hash = ''] = match;
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive(
    password,
    Buffer.from(salt, 'base64'),
    { ln: Number(ln), r: Number(r), p: Number(p) },
    expected.length,
  );
  return timingSafeEqual(actual, expected);
}

/** The hash of nobody's password: checking against it costs an unknown e-mail the same time as a known one. */
export const absentHash = `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${unpadded(randomBytes(16))}$${unpadded(randomBytes(keyBytes))}`;

/** A password for a first sign-in: 96 random bits in four groups that are easy to read and type. */
export function generatePassword(): string {
  // Without 0 1 i l o: 31 symbols, and bytes beyond the last whole multiple are dropped so that all are equally likely.
  const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
  let text = '';
  while (text.length < 20) {
    for (const byte of randomBytes(32)) {
      const symbol = byte < 248 ? alphabet[byte % alphabet.length] : undefined;
      if (symbol !== undefined && text.length < 20) text += symbol;
    }
  }
  return (text.match(/.{5}/g) ?? []).join('-');
}

function derive(password: string, salt: Buffer, { ln, r, p }: Cost, length: number): Promise<Buffer> {
  const N = 2 ** ln;
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed on two systems is the same bytes (NIST SP 800-63B 5.1.1.2).
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
