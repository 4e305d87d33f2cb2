import type { Faker } from '@faker-js/faker';

import type { DataLocale } from '../settings';

import { testCard } from './harmless';

type Maker = (faker: Faker) => string;

const mail: Maker = (faker) => {
  const name = plain(`${faker.person.firstName()}.${faker.person.lastName()}`).replace(/[^a-z.]/g, '');
  return `${/^[a-z]+\.[a-z]+$/.test(name) ? name : `reader.${faker.number.int({ min: 10, max: 99 })}`}@example.com`;
};
const site: Maker = (faker) => {
  const slug = plain(faker.commerce.department()).replace(/[^a-z0-9]+/g, '-');
  return `https://example.com/${/^[a-z]/.test(slug) ? slug : 'books'}`;
};
const day: Maker = (faker) => faker.date.soon({ days: 90 }).toISOString().slice(0, 10);
const moment: Maker = (faker) => `${faker.date.soon({ days: 90 }).toISOString().slice(0, 19)}Z`;
const base64 = 'SGVsbG8gd29ybGQ=';

/** Text of the formats of JSON Schema (validation, 7.3) and of the OpenAPI format registry, and some that are common. */
const byFormat: Readonly<Record<string, Maker>> = {
  date: day,
  'date-time': moment,
  time: () => '09:30:00Z',
  duration: () => 'P1D',
  email: mail,
  'idn-email': mail,
  hostname: () => 'api.example.com',
  'idn-hostname': () => 'api.example.com',
  ipv4: (faker) => `192.0.2.${faker.number.int({ min: 1, max: 254 })}`,
  ip: (faker) => `192.0.2.${faker.number.int({ min: 1, max: 254 })}`,
  ipv6: (faker) => `2001:db8::${faker.number.int({ min: 1, max: 9999 })}`,
  uri: site,
  url: site,
  iri: site,
  'uri-reference': () => '/books/1',
  'iri-reference': () => '/books/1',
  'uri-template': () => 'https://example.com/books/{id}',
  uuid: (faker) => faker.string.uuid(),
  guid: (faker) => faker.string.uuid(),
  'json-pointer': () => '/name',
  'relative-json-pointer': () => '0/name',
  regex: () => '^[a-z]+$',
  byte: () => base64,
  base64: () => base64,
  base64url: () => 'SGVsbG8gd29ybGQ',
  binary: () => 'hello world',
  password: () => 'Correct-Horse-7',
  decimal: () => '19.99',
  char: () => 'A',
  'date-time-local': (faker) => moment(faker).slice(0, 19),
  'time-local': () => '09:30:00',
  'http-date': (faker) => faker.date.soon({ days: 90 }).toUTCString(),
  'media-range': () => 'application/json',
  'sf-boolean': () => '?1',
  'sf-integer': () => '42',
  'sf-decimal': () => '4.2',
  'sf-token': () => 'silk',
  'sf-string': () => '"silk"',
  'sf-binary': () => `:${base64}:`,
};

/** The shortest texts of formats, for narrow limits: `.test` is reserved (RFC 2606). */
const shortest: Readonly<Record<string, string>> = {
  email: 'a@x.test',
  'idn-email': 'a@x.test',
  hostname: 'x.test',
  uri: 'https://x.test',
  url: 'https://x.test',
  'uri-reference': '/a',
  ipv6: '::1',
  duration: 'P1D',
};

/** Text by the last words of a name: the first line that fits counts. Nothing here is real: reserved domains and numbers. */
const byName: readonly (readonly [RegExp, Maker])[] = [
  [/\be ?mail( address)?$/, mail],
  [/\b(uu|gu)id$/, (faker) => faker.string.uuid()],
  [
    /\b(url|uri|link|href|website|homepage|webhook|callback|avatar|image|photo|picture|logo|thumbnail|photo urls?)$/,
    site,
  ],
  [/\b(first ?name|given name|forename)$/, (faker) => faker.person.firstName()],
  [/\b(last ?name|surname|family name)$/, (faker) => faker.person.lastName()],
  [
    /\b(user ?name|login|handle|nick ?name)$/,
    (faker) =>
      `${/^[a-z]+$/.exec(plain(faker.person.firstName()))?.[0] ?? 'reader'}${faker.number.int({ min: 10, max: 99 })}`,
  ],
  [
    /\b(full name|display name|author|owner|assignee|contact|recipient|customer|person|manager)( name)?$/,
    (faker) => faker.person.fullName({ sex: 'female' }),
  ],
  [
    /\b(company|organi[sz]ation|org|vendor|supplier|publisher|brand|manufacturer)( name)?$/,
    (faker) => faker.company.name(),
  ],
  [/\bfile ?name$/, () => 'report.pdf'],
  [/\b(host ?name|domain( name)?)$/, () => 'api.example.com'],
  [/\b(password|passphrase|secret)$/, () => 'Correct-Horse-7'],
  [/\b(access |refresh |api |id )?(token|key)$/, (faker) => faker.string.alphanumeric(16)],
  [
    /\b(phone|mobile|fax|tel(ephone)?)( number)?$/,
    (faker) => `+1-202-555-01${faker.number.int({ min: 10, max: 99 })}`,
  ],
  [/\b(credit )?card( number| no)?$/, () => testCard],
  [/\b(street|address line|address ?1|line ?1|address)$/, (faker) => faker.location.streetAddress()],
  [/\b(city|town)$/, (faker) => faker.location.city()],
  [/\bcountry ?code$/, (faker) => faker.location.countryCode()],
  [/\bcountry$/, () => 'Norway'],
  [/\b(state|province|region)$/, (faker) => faker.location.state()],
  [/\b(zip|postal|post)( ?code)?$/, (faker) => faker.string.numeric({ length: 5, allowLeadingZeros: false })],
  [/\bcurrency( code)?$/, () => 'EUR'],
  [/\b(locale|language code|lang|language)$/, () => 'en'],
  [/\b(time ?zone|tz)$/, () => 'Europe/Oslo'],
  [/\bcolou?r$/, (faker) => faker.color.human()],
  [/\bisbn$/, () => '978-0-306-40615-7'],
  [/\bsku$/, (faker) => `SKU-${faker.number.int({ min: 1000, max: 9999 })}`],
  [
    /\bslug$/,
    (faker) =>
      /^[a-z]+(-[a-z]+)*$/.exec(plain(faker.commerce.productName()).replace(/[^a-z]+/g, '-'))?.[0] ?? 'silk',
  ],
  [
    /\b(code|coupon|reference|ref)$/,
    (faker) =>
      `${faker.string.alpha({ length: 3, casing: 'upper' })}${faker.number.int({ min: 100, max: 999 })}`,
  ],
  [/\bversion$/, () => '1.4.0'],
  [/\b(mime|content|media) ?type$/, () => 'application/json'],
  [/\bip( address)?$/, (faker) => `192.0.2.${faker.number.int({ min: 1, max: 254 })}`],
  [/\buser agent$/, () => 'Mozilla/5.0'],
  [/\b(created|updated|deleted|modified|published|expires|started|ended|due|sent)( at| on)?$/, moment],
  [/\b(timestamp|date ?time)$/, moment],
  [/\b(date|day|birthday|dob)$/, day],
  [/\btime$/, () => '09:30'],
  [/\bgenre$/, () => 'novel'],
  [/\b(category|department|section)( name)?$/, (faker) => faker.commerce.department()],
  [/\b(tag|label|keyword|topic)s?$/, (faker) => faker.commerce.productAdjective().toLowerCase()],
  [/\b(book|novel|title|headline|subject|heading)( title| name)?$/, (faker) => faker.book.title()],
  [/\b(pet|dog|cat|animal)( name)?$/, (faker) => faker.person.firstName()],
  [/\b(product|item|article)( name)?$/, (faker) => faker.commerce.productName()],
  [
    /\b(description|summary|bio|about|note|notes|comment|message|body|content|text|review|reason|details|caption)$/,
    (faker) => `${faker.commerce.productName()} for ${faker.commerce.department().toLowerCase()}`,
  ],
  [/\bstatus$/, () => 'active'],
  [/\b(query|q|search|filter|term)$/, (faker) => faker.commerce.productMaterial().toLowerCase()],
  [/\b(sort|order|order by|sort by)$/, () => 'name'],
  [/\b(cursor|page token)$/, (faker) => faker.string.alphanumeric(12)],
  [/\b(price|amount|total|cost)$/, (faker) => faker.commerce.price()],
  [/\bname$/, (faker) => faker.commerce.productName()],
  [/\bid$/, (faker) => faker.string.alphanumeric({ length: 8, casing: 'lower' })],
];

/**
 * Texts that a person might have written for a member of this name and format, the best first: in English plain ASCII, in
 * other languages as they are written there, and then as far as they are ASCII.
 */
export function realisticTexts(
  words: string,
  formats: readonly string[],
  faker: Faker,
  locale: DataLocale = 'en',
): string[] {
  const ofFormat = formats.flatMap((format) => (Object.hasOwn(byFormat, format) ? [byFormat[format]] : []));
  const ofName = byName.find(([name]) => name.test(words))?.[1];
  const makers = [...ofFormat, ofName, plainWord].filter((maker) => maker !== undefined);
  const short = formats.flatMap((format) =>
    Object.hasOwn(shortest, format) ? [shortest[format] ?? ''] : [],
  );
  const texts = makers.flatMap((maker) => {
    const text = maker(faker);
    return locale === 'en' ? [asciiOnly(text)] : [text.normalize('NFC'), asciiOnly(text)];
  });
  return [...new Set([...texts, ...short])].filter((text) => text !== '');
}

const plainWord: Maker = (faker) => faker.commerce.productMaterial();

/** Lower-case letters without their marks. */
function plain(text: string): string {
  return asciiOnly(text).toLowerCase();
}

function asciiOnly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .trim();
}
