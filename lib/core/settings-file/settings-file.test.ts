import { describe, expect, it } from 'vitest';

import { AppError } from '../errors';
import { generationSettings } from '../generator/settings';
import type { Json } from '../json';

import { effectiveSettings } from './effective-settings';
import { placeGuides, settingGuides } from './guide';
import { nearestWord } from './nearest-word';
import { withValue } from './paths';
import { readSettingsFile } from './read-settings-file';
import { starterText } from './starter-text';

const read = (text: string) => readSettingsFile('settings.yaml', text);

function messageOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') return error.message;
    throw error;
  }
  return '';
}

/** Dotted paths of a settings object. */
function leavesOf(settings: object, prefix = ''): string[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leavesOf(value, `${prefix}${name}.`)
      : [`${prefix}${name}`],
  );
}

describe('the guide', () => {
  it('tells of every setting of the schema', () => {
    const guided = settingGuides.map(({ path }) => path);
    expect([...guided].sort()).toEqual(leavesOf(generationSettings.parse({})).sort());
  });

  it.each([...settingGuides])('gives a good value of $path that is not the default', ({ path, example }) => {
    const settings = generationSettings.parse(withValue({}, path, example));
    expect(settings).not.toEqual(generationSettings.parse({}));
  });
});

describe('readSettingsFile', () => {
  it('keeps what is set, where it stands, and nothing else', () => {
    const file = read('budget: 10\nout: tests\nperformance:\n  rounds: 3\n');
    expect(file.given).toEqual({ budget: 10, performance: { rounds: 3 } });
    expect(file.places).toEqual({ out: 'tests' });
    expect([file.lineOf('budget'), file.lineOf('performance.rounds')]).toEqual([1, 4]);
  });

  it.each(['', '# nothing\n', 'performance:\n', '{}', '{"budget": 5}'])('takes %j', (text) => {
    expect(messageOf(text)).toBe('');
  });

  it.each([
    ['\nbudgt: 3', 'settings.yaml:2: There is no setting budgt. Did you mean budget?'],
    [
      'budget: many',
      'settings.yaml:1: budget is "many". Give a whole number from 1 to 1000. For example: budget: 25',
    ],
    ['categories: [crud, all]', 'settings.yaml:1: categories.1 is "all". Give one of: crud, '],
    ['categories: []', 'Choose at least one kind of test.'],
    ['seed: 2026', 'settings.yaml:1: seed is 2026. Give a text. For example: seed: "shop-2026"'],
    ['assertFormats: 1', 'Give true or false.'],
    ['excludedTags: internal', 'Give a list of tags. For example: excludedTags: ["internal"]'],
    [
      'performance:\n  rounds: 0',
      'settings.yaml:2: performance.rounds is 0. Give a whole number from 1 to 10000. For example: performance: { rounds: 50 }',
    ],
    [
      'performance:\n  round: 1',
      'settings.yaml:2: There is no setting performance.round. Did you mean performance.rounds?',
    ],
    ['performance: fast', 'settings.yaml:1: performance is "fast". Give a mapping of settings.'],
    ['templates: []', 'settings.yaml:1: templates is []. Give a name.'],
    ['target: jest', 'settings.yaml:1: target is "jest". Give one of: pytest, playwright.'],
    ['__proto__: {}', 'There is no setting __proto__.'],
    ['budget: 1\nbudget: 2', 'settings.yaml:2: The key "budget" is given twice'],
    ['budget: [', 'settings.yaml:1: Not readable as YAML'],
    ['budget: !!js/undefined x', 'settings.yaml:1: Not readable as YAML'],
    ['- budget', 'The file is no mapping of settings; for example: budget: 40'],
    ['text', 'The file is no mapping of settings'],
  ])('refuses %j', (text, message) => {
    expect(messageOf(text)).toContain(message);
  });

  it('tells everything that is wrong, in the order of the lines', () => {
    expect(messageOf('seed: ""\nx: 1\nbudget: 0').split('\n')).toEqual([
      expect.stringMatching(/^settings\.yaml:1: seed/),
      expect.stringMatching(/^settings\.yaml:2: There is no setting x/),
      expect.stringMatching(/^settings\.yaml:3: budget/),
    ]);
  });
});

describe('effectiveSettings', () => {
  it('puts flags before the file and the file before defaults, one value at a time', () => {
    const file = read('budget: 10\nlocale: de\nperformance: { rounds: 3, requests: 9 }');
    const flags = new Map<string, Json>([
      ['budget', 7],
      ['performance.rounds', 4],
    ]);
    const { settings, list } = effectiveSettings(file, flags);
    expect(settings).toMatchObject({
      budget: 7,
      locale: 'de',
      seed: 'ai-test-gen',
      performance: { rounds: 4, requests: 9, warmUp: 2 },
    });
    const origins = new Map(list.map(({ path, origin }) => [path, origin]));
    expect(origins.get('performance.rounds')).toEqual({ from: 'flag' });
    expect(origins.get('performance.requests')).toEqual({ from: 'file', line: 3 });
    expect(origins.get('seed')).toEqual({ from: 'default' });
  });

  it('names the flag with a wrong value', () => {
    const flags = new Map<string, Json>([['performance.p95Milliseconds', 'fast']]);
    expect(() => effectiveSettings(undefined, flags)).toThrow('--performance-p95: Give a whole number');
  });
});

describe('starterText', () => {
  it('sets nothing, and says what counts already once its signs are taken away', () => {
    expect(read(starterText()).given).toEqual({});
    const bare = starterText().replace(/^#(?=\w| {2})/gm, '');
    const { given, places } = read(bare);
    expect(generationSettings.parse(given)).toEqual(generationSettings.parse({}));
    expect(leavesOf(given)).toEqual(settingGuides.map(({ path }) => path));
    expect(Object.keys(places).sort()).toEqual(placeGuides.map(({ path }) => path).sort());
  });
});

describe('nearestWord', () => {
  it.each([
    ['Budget', 'budget'],
    ['sed', 'seed'],
    ['colour', undefined],
  ])('of %s is %s', (given, near) => {
    expect(nearestWord(given, ['budget', 'seed', 'locale'])).toBe(near);
  });
});
