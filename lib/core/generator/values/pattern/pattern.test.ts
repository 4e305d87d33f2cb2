import { describe, expect, it } from 'vitest';

import { createRandom } from '../random';

import { createAutomaton } from './automaton';
import { compilePattern } from './compile';
import { parsePattern } from './parse';
import { sampleTexts } from './sample';

const usable = [
  '^[0-9]{13}$',
  '^[A-Z]{2,3}-\\d{1,4}$',
  '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  '^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d@$!%*?&]{8,64}$',
  '^\\+?[1-9]\\d{1,14}$',
  '^#(?:[0-9a-fA-F]{3}){1,2}$',
  'foo|^bar$|baz$',
  '^(a|b|)c?$',
  '^\\p{L}+$',
  '^[\\u4e00-\\u9fa5]{2,4}$',
  '^[^,;]+$',
  '^\\S+@\\S+\\.\\S+$',
  '^(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  '^v?(\\d+)\\.(\\d+)\\.(\\d+)(?:-([\\w.]+))?$',
  '^\\{user\\}[\\s\\S]*?\\{content\\}$',
  '^[\\w.-]{1,64}$',
  '\\bword\\b',
  '^(?<year>\\d{2})x\\x41\\u0042\\cI?$',
  '^a{0}b{2,}$',
  '^$',
];

describe('compilePattern and sampleTexts', () => {
  it.each(usable)('writes texts that match %s', (source) => {
    const pattern = compilePattern(source);
    if ('ignored' in pattern) throw new Error(pattern.ignored);
    const native = new RegExp(source, source.includes('\\cI') ? '' : 'u');
    const samples = [...sampleTexts(pattern.tree, { min: 0, max: 100 }, createRandom(source), pattern.test)];
    expect(samples.length).toBeGreaterThan(0);
    for (const text of samples) expect(native.test(text)).toBe(true);
    const again = [...sampleTexts(pattern.tree, { min: 0, max: 100 }, createRandom(source), pattern.test)];
    expect(again).toEqual(samples);
  });

  it.each([
    ['^[a-z]+$', 5, 5],
    ['^[a-z]+(-[a-z]+)*$', 40, 40],
    ['x', 30, 30],
    ['^(ab|cde){2,}$', 7, 9],
  ])('keeps lengths for %s', (source, min, max) => {
    const pattern = compilePattern(source);
    const tree = 'tree' in pattern ? pattern.tree : undefined;
    const [text = ''] = tree
      ? sampleTexts(tree, { min, max }, createRandom('x'), (sample) => new RegExp(source).test(sample))
      : [];
    expect(text.length).toBeGreaterThanOrEqual(min);
    expect(text.length).toBeLessThanOrEqual(max);
  });

  it('finds nothing where nothing matches', () => {
    const pattern = compilePattern('.^');
    const tree = 'tree' in pattern ? pattern.tree : undefined;
    expect(
      tree && [...sampleTexts(tree, { min: 0, max: 9 }, createRandom('x'), (text) => /.^/.test(text))],
    ).toEqual([]);
  });

  it.each([
    ['(', 'not a regular expression'],
    ['(?i)abc', 'not a regular expression'],
    ['/^abc$/i', 'slashes'],
    ['\\Aabc\\z', 'another dialect'],
    ['^(?=(a+)+$)\\1$', 'exponential'],
    [`${'('.repeat(70)}a${')'.repeat(70)}`, 'too deep'],
    ['a'.repeat(5000), 'longer'],
    ['^((a{1,200}){1,200}){1,200}$', 'exponential'],
  ])('ignores %s', (source, reason) => {
    expect(compilePattern(source)).toEqual({ ignored: expect.stringContaining(reason) });
  });

  it('is not kept busy by a pattern made for that', () => {
    for (const source of [
      '^(a+)+$',
      '^(a|aa)+$',
      '^(a|a?)+$',
      '(x+x+)+y',
      '^a*a*a*a*a*b$',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
    ]) {
      const pattern = compilePattern(source);
      if ('ignored' in pattern) throw new Error(source);
      expect(pattern.test(`${'a'.repeat(5000)}!`)).toBe(false);
    }
  });
});

describe('the linear matcher', () => {
  const texts = [
    '',
    'a',
    'b',
    'c',
    'ab',
    'abc',
    'bar',
    'bara',
    'foo',
    'xfoo',
    'a-b',
    'a--b',
    '12',
    'AB-12',
    'é',
    '书名',
    'bb',
    'bbb',
  ];
  it.each(usable.filter((source) => !/\(\?=|\\b/.test(source)))('agrees with the engine on %s', (source) => {
    const flags = source.includes('\\cI') ? '' : 'u';
    const tree = parsePattern(source, flags);
    const matches = tree && createAutomaton(tree);
    for (const text of texts)
      expect([text, matches?.(text)]).toEqual([text, new RegExp(source, flags).test(text)]);
  });

  it('is not made for what looks around or is too large', () => {
    for (const source of ['(?=a)b', 'a\\b', '(a)\\1', 'a{5000}']) {
      const tree = parsePattern(source, 'u');
      expect(tree && createAutomaton(tree)).toBeUndefined();
    }
  });
});
