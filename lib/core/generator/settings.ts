import { z } from 'zod';

import { categories } from './suite';

const statusAdvice = 'Give status codes from 400 to 499.';
const shareAdvice = 'Give a share from 0 to 1.';
const yesOrNo = z.boolean({ error: 'Give true or false.' });

/** Languages of realistic test data, as faker names them; what has no own words in a language is English. */
export const dataLocales = [
  'en',
  'zh_CN',
  'zh_TW',
  'ja',
  'ko',
  'de',
  'fr',
  'es',
  'it',
  'pt_BR',
  'ru',
] as const;
export type DataLocale = (typeof dataLocales)[number];

export const unknownPropertyRules = ['as-documented', 'refused'] as const;
/** What suites are written in: pytest in Python, or Playwright's API tests in TypeScript. */
export const targets = ['pytest', 'playwright'] as const;
export type Target = (typeof targets)[number];

export const namings = ['operation-id', 'path'] as const;

/** One of some words, with advice that names them. */
function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `Give one of: ${words.join(', ')}.` });
}

function names(what: string) {
  const advice = `Give a list of ${what}.`;
  return z.array(z.string({ error: advice }), { error: advice });
}

function wholeNumber(least: number, most: number) {
  const advice = `Give a whole number from ${least} to ${most}.`;
  return z.number({ error: advice }).int(advice).min(least, advice).max(most, advice);
}

/** How much load performance tests make and what they allow; small by default. A suite can be told otherwise when it runs. */
const performanceSettings = z.object({
  /** Timed requests of one operation, one after the other. */
  rounds: wholeNumber(1, 10_000).default(10),
  /** Requests before the timed ones, not counted. */
  warmUp: wholeNumber(0, 1000).default(2),
  /** Requests under way at once. */
  concurrency: wholeNumber(1, 200).default(4),
  /** Requests of the concurrent test. */
  requests: wholeNumber(1, 10_000).default(20),
  /** Milliseconds within which 95 of 100 answers come. */
  p95Milliseconds: wholeNumber(1, 600_000).default(1000),
  /** Share of concurrent requests that may fail, from 0 to 1. */
  errorRate: z.number({ error: shareAdvice }).min(0, shareAdvice).max(1, shareAdvice).default(0),
});

/** What a team can choose about its generated tests; the defaults suit most services. */
export const generationSettings = z.object({
  /** Security probes are asked for; all other kinds of tests are written unless left out. */
  categories: z
    .array(oneOf(categories), { error: `Give a list of: ${categories.join(', ')}.` })
    .min(1, 'Choose at least one kind of test.')
    .default(['crud', 'validation', 'error', 'auth', 'performance']),
  /** Tests of one operation at most; those of the highest risk are kept and the others listed as gaps. */
  budget: wholeNumber(1, 1000).default(60),
  /** Same seed, document and settings: same bytes. */
  seed: z
    .string({ error: 'Give a text.' })
    .min(1, 'Enter a seed.')
    .max(100, 'Give at most 100 characters.')
    .default('ai-test-gen'),
  /** Language of realistic data such as names and cities. */
  locale: oneOf(dataLocales).default('en'),
  /** Which documented statuses answer an invalid request. */
  invalidStatuses: z
    .array(
      z.number({ error: statusAdvice }).int(statusAdvice).min(400, statusAdvice).max(499, statusAdvice),
      {
        error: statusAdvice,
      },
    )
    .min(1, 'Name at least one status.')
    .default([400, 422]),
  /** Whether string formats are asserted in negative tests. */
  assertFormats: yesOrNo.default(true),
  /**
   * `as-documented`: undeclared members are wrong only where the document closes an object. `refused`: also where it says
   * nothing, in requests (they must be refused) and in answers (they must not be there).
   */
  unknownProperties: oneOf(unknownPropertyRules).default('as-documented'),
  performance: performanceSettings.prefault({}),
  /** What fixtures and tests are called by: the `operationId` where it is plain, or always method and path. */
  naming: oneOf(namings).default('operation-id'),
  /** What the suite is written in, and run by. */
  target: oneOf(targets).default('pytest'),
  excludedOperations: names('operations').default([]),
  excludedTags: names('tags').default([]),
});

export type GenerationSettings = z.infer<typeof generationSettings>;
