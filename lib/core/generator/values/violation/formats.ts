const date: readonly [string, string][] = [
  ['impossible-day', '2025-02-30'],
  ['month-13', '2025-13-01'],
  ['day-first', '01/02/2025'],
  ['not-a-date', 'not-a-date'],
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
  email: [
    ['no-at', 'reader.example.com'],
    ['no-domain', 'reader@'],
    ['no-local-part', '@example.com'],
    ['two-ats', 'reader@books@example.com'],
  ],
  uuid: [
    ['too-short', '123e4567-e89b-12d3-a456-42661417400'],
    ['not-hexadecimal', '123e4567-e89b-12d3-a456-42661417400g'],
    ['not-a-uuid', 'not-a-uuid'],
  ],
  uri,
  url: uri,
  'uri-reference': [
    ['with-blanks', 'a b'],
    ['broken-escape', '/books/%zz'],
  ],
  'uri-template': [['open-brace', 'https://example.com/{id']],
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
  'relative-json-pointer': [['no-number', '/name']],
  regex: [
    ['open-group', '(abc'],
    ['open-class', '[abc'],
  ],
  byte: [
    ['not-base64', 'not base64!'],
    ['broken-padding', 'SGVsbG8gd29ybGQ'],
  ],
};

/** Row id and text for each near miss of a format; none for a format that has no rule of its own. */
export function nearMissesOf(format: string): readonly [string, string][] {
  return Object.hasOwn(nearMisses, format) ? (nearMisses[format] ?? []) : [];
}
