import { dataLocales } from '../generator/settings';
import { categories } from '../generator/suite';
import type { Json } from '../json';

/** What people are told about one setting, wherever they set it. */
export interface SettingGuide {
  /** Where it stands in the file: `performance.rounds`. */
  path: string;
  /** What it does, in one line. */
  about: string;
  /** A good value that is not the default. */
  example: Json;
  /** How a command line gives it. */
  flag: { name: string; takes: 'text' | 'number' | 'words' | 'numbers' | 'texts' | 'switch' };
}

const list = (words: readonly string[]): string => words.join(', ');

/** What a team can choose about its tests, in the order in which people meet it. What is not here cannot be chosen. */
export const settingGuides: readonly SettingGuide[] = [
  {
    path: 'categories',
    about: `kinds of tests: ${list(categories)}`,
    example: ['crud', 'validation'],
    flag: { name: 'category', takes: 'words' },
  },
  {
    path: 'budget',
    about: 'tests of one operation at most; those of the highest risk are kept',
    example: 25,
    flag: { name: 'budget', takes: 'number' },
  },
  {
    path: 'excludedOperations',
    about: 'no tests for these operations: their operationId, or method and path where they have none',
    example: ['deleteEverything', 'GET /internal/health'],
    flag: { name: 'exclude-operation', takes: 'texts' },
  },
  {
    path: 'excludedTags',
    about: 'no tests for operations with these tags',
    example: ['internal'],
    flag: { name: 'exclude-tag', takes: 'texts' },
  },
  {
    path: 'invalidStatuses',
    about: 'statuses that answer an invalid request where the document names none',
    example: [422],
    flag: { name: 'invalid-status', takes: 'numbers' },
  },
  {
    path: 'assertFormats',
    about: 'whether a text of another format (no e-mail, no date) must be refused',
    example: false,
    flag: { name: 'formats', takes: 'switch' },
  },
  {
    path: 'unknownProperties',
    about: 'undeclared members: as-documented, or refused also where the document says nothing of them',
    example: 'refused',
    flag: { name: 'unknown-properties', takes: 'text' },
  },
  {
    path: 'seed',
    about: 'the same seed, document and settings give the same bytes',
    example: 'shop-2026',
    flag: { name: 'seed', takes: 'text' },
  },
  {
    path: 'locale',
    about: `language of realistic data: ${list(dataLocales)}`,
    example: 'zh_CN',
    flag: { name: 'locale', takes: 'text' },
  },
  {
    path: 'naming',
    about: 'names of tests and fixtures by operation-id where that is plain, or always by path',
    example: 'path',
    flag: { name: 'naming', takes: 'text' },
  },
  {
    path: 'target',
    about: `what the suite is written in: pytest (Python), or playwright (API tests in TypeScript)`,
    example: 'playwright',
    flag: { name: 'target', takes: 'text' },
  },
  {
    path: 'performance.rounds',
    about: 'timed requests of one operation, one after the other',
    example: 50,
    flag: { name: 'performance-rounds', takes: 'number' },
  },
  {
    path: 'performance.warmUp',
    about: 'requests before the timed ones, not counted',
    example: 5,
    flag: { name: 'performance-warm-up', takes: 'number' },
  },
  {
    path: 'performance.concurrency',
    about: 'requests under way at once',
    example: 8,
    flag: { name: 'performance-concurrency', takes: 'number' },
  },
  {
    path: 'performance.requests',
    about: 'requests of the concurrent test',
    example: 100,
    flag: { name: 'performance-requests', takes: 'number' },
  },
  {
    path: 'performance.p95Milliseconds',
    about: 'milliseconds within which 95 of 100 answers come',
    example: 500,
    flag: { name: 'performance-p95', takes: 'number' },
  },
  {
    path: 'performance.errorRate',
    about: 'share of concurrent requests that may fail, from 0 to 1',
    example: 0.01,
    flag: { name: 'performance-error-rate', takes: 'number' },
  },
];

/** Settings of the file alone: where it finds and puts things. Relative names start at the folder of the file. */
export const placeGuides: readonly Omit<SettingGuide, 'flag'>[] = [
  {
    path: 'document',
    about: 'the OpenAPI or Swagger document, a file or a URL, where a command names none',
    example: 'openapi.yaml',
  },
  {
    path: 'out',
    about: 'the folder that the suite is written into, where --out is not given',
    example: 'tests/api',
  },
  {
    path: 'templates',
    about: 'a folder with templates that replace the built-in ones of the same name',
    example: 'test-templates',
  },
];
