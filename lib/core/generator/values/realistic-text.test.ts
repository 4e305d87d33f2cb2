import { Faker, en } from '@faker-js/faker';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';

import { realisticTexts } from './realistic-text';

const seeded = () => new Faker({ locale: en, seed: 7 });
const ajv = new Ajv();
addFormats.default(ajv);

it.each([
  'date',
  'date-time',
  'time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uri-template',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'regex',
  'byte',
])('writes a %s that a validator takes', (format) => {
  const validate = ajv.compile({ type: 'string', format });
  expect(validate(realisticTexts('', [format], seeded())[0])).toBe(true);
});

it.each([
  ['contact email', /@example\.com$/],
  ['photo urls', /^https:\/\/example\.com\//],
  ['phone number', /^\+1-202-555-01\d\d$/],
  ['client ip', /^192\.0\.2\.\d+$/],
  ['user name', /^[a-z]+\d\d$/],
  ['postal code', /^[1-9]\d{4}$/],
  ['currency', /^EUR$/],
  ['created at', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  ['due date', /^\d{4}-\d\d-\d\d$/],
  ['sku', /^SKU-\d{4}$/],
  ['coupon code', /^[A-Z]{3}\d{3}$/],
  ['file name', /\.pdf$/],
  ['unit price', /^\d+\.\d\d$/],
  ['order id', /^[a-z0-9]{8}$/],
  ['description', / for /],
  ['first name', /^[\x20-\x7e]+$/],
  ['company name', /^[\x20-\x7e]+$/],
  ['city', /^[\x20-\x7e]+$/],
  ['anything else', /^[\x20-\x7e]+$/],
])('knows what "%s" is called for', (words, text) => {
  expect(realisticTexts(words, [], seeded())[0]).toMatch(text);
});

it('gives the same texts for the same seed, and the shortest of a format last', () => {
  const texts = realisticTexts('contact', ['email'], seeded());
  expect(texts).toEqual(realisticTexts('contact', ['email'], seeded()));
  expect(texts.at(-1)).toBe('a@x.test');
});

it('takes no format from the prototype of objects', () => {
  expect(realisticTexts('city', ['constructor'], seeded())).toEqual(realisticTexts('city', [], seeded()));
});
