/** Domains that nobody can own (RFC 2606 and RFC 6761). */
const reservedDomain = /(?:^|[.@])(?:example\.(?:com|org|net)|example|test|invalid|localhost)\.?$/i;
/** 16 digits that every payment provider documents for tests. */
export const testCard = '4111111111111111';
/** Numbers set aside for fiction: North America 555-01xx, the United Kingdom 7946 0xxx, in the forms that schemas ask for. */
export const fictionalPhones: readonly string[] = [
  ...['+12025550143', '+1-202-555-0143', '+1 202 555 0143', '202-555-0143', '(202) 555-0143', '2025550143'],
  ...['12025550143', '+442079460123', '+44 20 7946 0123', '02079460123'],
];

/** Texts that belong to nobody, for patterns that ask for a telephone number, an address or a link. */
export function reservedTexts(patterns: readonly string[], isPhone: boolean): string[] {
  const asks = (sign: string) => patterns.some((source) => source.replaceAll('\\', '').includes(sign));
  return [
    ...(isPhone || asks('+') ? fictionalPhones : []),
    ...(asks('@') ? ['reader@example.com', 'reader@example.org', 'a@x.test', 'reader@mail.test'] : []),
    ...(asks('://') ? ['https://example.com/', 'https://example.com', 'https://example.com/books'] : []),
    ...(asks('://') ? ['http://example.com/', 'http://example.com'] : []),
  ];
}

/**
 * Whether a made text could be something that belongs to somebody: a payment card by its check digit, an address in a domain
 * that may exist, a telephone number.
 */
export function isHarmless(text: string): boolean {
  if (text === testCard || fictionalPhones.includes(text)) return true;
  const digits = text.replace(/[ -]/g, '');
  if (/^\d{13,19}$/.test(digits)) return !hasCheckDigit(digits);
  if (/^\+\d{7,15}$/.test(digits)) return false;
  const domain =
    /^[^\s@]+@([^\s@]+\.[a-z]{2,})$/i.exec(text)?.[1] ?? /^https?:\/\/([^/:?#]+)/i.exec(text)?.[1];
  return domain === undefined || reservedDomain.test(domain);
}

/** ISO/IEC 7812-1, annex B (Luhn). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
