import { base, en, Faker } from '@faker-js/faker';

import type { DataLocale } from '../settings';

import { numbersFrom } from './random';

/** The words of each language, loaded when a suite asks for them: together they would slow every start. */
const languages: Readonly<Record<Exclude<DataLocale, 'en'>, () => Promise<{ faker: Faker }>>> = {
  zh_CN: () => import('@faker-js/faker/locale/zh_CN'),
  zh_TW: () => import('@faker-js/faker/locale/zh_TW'),
  ja: () => import('@faker-js/faker/locale/ja'),
  ko: () => import('@faker-js/faker/locale/ko'),
  de: () => import('@faker-js/faker/locale/de'),
  fr: () => import('@faker-js/faker/locale/fr'),
  es: () => import('@faker-js/faker/locale/es'),
  it: () => import('@faker-js/faker/locale/it'),
  pt_BR: () => import('@faker-js/faker/locale/pt_BR'),
  ru: () => import('@faker-js/faker/locale/ru'),
};
const referenceDate = '2025-06-02T09:30:00.000Z';

/** Realistic words of a language; what has none of its own there is English. */
export interface Words {
  locale: DataLocale;
  faker: Faker;
}

let nextNumber = numbersFrom(0);
/** Starts at once, where Faker's own generator fills a table first: there is a new start for every place. */
const randomizer = {
  next: () => nextNumber(),
  seed: (seed: number | number[]) => {
    nextNumber = numbersFrom(typeof seed === 'number' ? seed : (seed[0] ?? 0));
  },
};

/** One for all places, as it is dear to make. */
export const englishWords: Words = {
  locale: 'en',
  faker: dated(new Faker({ locale: [en, base], randomizer })),
};

export async function loadWords(locale: DataLocale): Promise<Words> {
  if (locale === 'en') return englishWords;
  const { faker } = await languages[locale]();
  return { locale, faker: dated(new Faker({ locale: faker.rawDefinitions, randomizer })) };
}

/** The same dates whenever a suite is made. */
function dated(faker: Faker): Faker {
  faker.setDefaultRefDate(referenceDate);
  return faker;
}
