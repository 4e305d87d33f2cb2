const date: readonly [string, string][] = [
  ['impossible-day', '2025-02-30'],
  ['month-13', '2025-13-01'],
  ['day-first', '01/02/2025'],
  ['not-a-date', 'not-a-date'],
];
const email: readonly [string, string][] = [
  ['no-at', 'reader.example.com'],
  ['no-domain', 'reader@'],
  ['no-local-part', '@example.com'],
  ['two-ats', 'reader@books@example.com'],
];
const base64: readonly [string, string][] = [
  ['not-base64', 'not base64!'],
  ['broken-padding', 'SGVsbG8gd29ybGQ'],
];
const uri: readonly [string, string][] = [
  ['no-scheme', 'example.com/books'],
  ['with-blanks', 'https://example.com/a b'],
  ['not-a-uri', 'not a uri'],
];

/** Texts that almost have a format (JSON Schema 2020-12 validation, 7.3) and that no reading of its RFC accepts. */
const nearMisses: Readonly<Record<string, readonly [string, string][]>> = {
  date,
  'date-time': [
    ['date-only', '2025-06-02'],
    ['no-zone', '2025-06-02T09:30:00'],
    ['hour-25', '2025-06-02T25:30:00Z'],
    ['impossible-day', '2025-02-30T09:30:00Z'],
    ['not-a-date', 'not-a-date'],
  ],
  time: [
    ['hour-25', '25:30:00Z'],
    ['minute-61', '09:61:00Z'],
    ['not-a-time', 'not-a-time'],
  ],
  duration: [
    ['no-designator', '1D'],
    ['no-parts', 'P'],
    ['not-a-duration', 'one-day'],
  ],
  email,
  'idn-email': email,
  uuid: [
    ['too-short', '123e4567-e89b-12d3-a456-42661417400'],
    ['not-hexadecimal', '123e4567-e89b-12d3-a456-42661417400g'],
    ['not-a-uuid', 'not-a-uuid'],
  ],
  uri,
  url: uri,
  iri: uri,
  'iri-reference': [
    ['with-blanks', 'a b'],
    ['broken-escape', '/books/%zz'],
    ['with-braces', '/books/{id}'],
  ],
  'uri-reference': [
    ['with-blanks', 'a b'],
    ['broken-escape', '/books/%zz'],
  ],
  'uri-template': [
    ['open-brace', 'https://example.com/{id'],
    ['with-blanks', 'https://example.com/a b/{id}'],
  ],
  hostname: [
    ['with-underscore', 'api_1.example.com'],
    ['leading-dash', '-api.example.com'],
    ['with-blank', 'api example.com'],
  ],
  ipv4: [
    ['octet-256', '192.0.2.256'],
    ['three-octets', '192.0.2'],
    ['not-an-address', 'not-an-address'],
  ],
  ipv6: [
    ['two-gaps', '2001::db8::1'],
    ['not-hexadecimal', '2001:db8::g'],
    ['not-an-address', 'not-an-address'],
  ],
  'json-pointer': [
    ['no-slash', 'name'],
    ['broken-escape', '/a~2b'],
  ],
  'relative-json-pointer': [
    ['no-number', '/name'],
    ['leading-zero', '01/name'],
  ],
  regex: [
    ['open-group', '(abc'],
    ['open-class', '[abc'],
  ],
  byte: base64,
  base64,
  base64url: [
    ['plain-base64', 'SGk+SGk/'],
    ['with-blanks', 'not base64'],
  ],
  guid: [
    ['too-short', '123e4567-e89b-12d3-a456-42661417400'],
    ['not-hexadecimal', '123e4567-e89b-12d3-a456-42661417400g'],
  ],
  'idn-hostname': [
    ['with-blank', 'api example.com'],
    ['with-path', 'example.com/books'],
    ['two-dots', 'api..example.com'],
  ],
  char: [
    ['two-characters', 'ab'],
    ['empty', ''],
  ],
  decimal: [
    ['with-comma', '19,99'],
    ['not-a-number', 'not-a-number'],
    ['two-points', '1.2.3'],
  ],
  'date-time-local': [
    ['with-zone', '2025-06-02T09:30:00Z'],
    ['date-only', '2025-06-02'],
    ['hour-25', '2025-06-02T25:30:00'],
  ],
  'time-local': [
    ['with-zone', '09:30:00Z'],
    ['hour-25', '25:30:00'],
    ['not-a-time', 'not-a-time'],
  ],
  'http-date': [
    ['iso-date', '2025-06-02T09:30:00Z'],
    ['other-zone', 'Mon, 02 Jun 2025 09:30:00 CET'],
  ],
  'media-range': [
    ['no-subtype', 'application'],
    ['with-blank', 'application /json'],
  ],
  'sf-boolean': [
    ['word', 'true'],
    ['digit-two', '?2'],
  ],
  'sf-integer': [
    ['fraction', '4.2'],
    ['too-long', '1234567890123456'],
  ],
  'sf-decimal': [
    ['four-digits', '1.2345'],
    ['not-a-number', 'not-a-number'],
  ],
  'sf-token': [
    ['digit-first', '1silk'],
    ['with-blank', 'fine silk'],
  ],
  'sf-string': [
    ['no-quotes', 'silk'],
    ['open-quote', '"silk'],
  ],
  'sf-binary': [
    ['no-colons', 'SGVsbG8='],
    ['with-blanks', ':not base64:'],
  ],
};

/** Row id and text for each near miss of a format; none for a format that has no rule of its own. */
export function nearMissesOf(format: string): readonly [string, string][] {
  return Object.hasOwn(nearMisses, format) ? (nearMisses[format] ?? []) : [];
}
