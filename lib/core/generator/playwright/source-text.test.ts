import { describe, expect, it } from 'vitest';

import type { Json } from '../../json';

import { commentLine, literalText, memberAccess, memberName, numberText, quoted } from './source-text';

/** What the engine reads out of a literal. */
const evaluated = (text: string): unknown => (0, eval)(`(${text})`);

const hostile = [
  `' + process.exit(1) + '`,
  '" ` ${process.exit(1)} \\',
  'line\nfeed\rreturn\tttab\u0085next\u2028line\u2029paragraph',
  '\u202e\u2066bidi\u200b\ufeff',
  'lone \ud800 surrogate \udc00',
  '*/ // <!-- --> </script>',
  '\\u{41} \\x41 \\0',
  '绿茶 🍵 é',
  '\u0000\u001b[31m',
  '__proto__',
];

describe('quoted', () => {
  it.each(hostile)('holds %j and nothing else', (text) => {
    const literal = quoted(text);
    expect(evaluated(literal)).toBe(text);
    expect(literal).toMatch(/^(['"])[^\n\r\u2028\u2029\u202e\u0085]*\1$/);
  });

  it('takes the quotes that need fewer escapes', () => {
    expect(quoted(`it's`)).toBe(`"it's"`);
    expect(quoted(`'"`)).toBe(`'\\'"'`);
    expect(quoted('绿茶')).toBe(`'绿茶'`);
    expect(quoted('🍵')).toBe(`'\\u{1f375}'`);
  });
});

describe('literalText', () => {
  const values: Json[] = [
    null,
    true,
    [],
    {},
    [1, -0.5, 1e21, 5e-324, 9223372036854775000],
    {
      'two words': { a: [hostile] },
      plain: 1,
      '0': 2,
      ...Object.fromEntries(hostile.map((text) => [text, text])),
    },
  ];

  it.each(values)('says %j', (value) => {
    expect(JSON.stringify(evaluated(literalText(value)))).toBe(JSON.stringify(value));
  });

  it('sets a member called __proto__, and no prototype', () => {
    const value: unknown = evaluated(literalText(JSON.parse('{"__proto__": {"isAdmin": true}}')));
    expect(Object.getOwnPropertyNames(value)).toEqual(['__proto__']);
    expect(memberName('__proto__')).toBe(`['__proto__']`);
  });

  it('refuses what nobody could read', () => {
    let deep: Json = 1;
    for (let depth = 0; depth < 100; depth++) deep = [deep];
    expect(() => literalText(deep)).toThrow(/nested deeper than/);
  });

  it('writes numbers as the formatter does', () => {
    expect([-0, 1e21, 1.5e-7, 0.1].map(numberText)).toEqual(['0', '1e21', '1.5e-7', '0.1']);
  });
});

it('takes members by name where that is plain', () => {
  expect([memberAccess('id'), memberAccess('two words'), memberAccess(0)]).toEqual([
    '.id',
    `['two words']`,
    '[0]',
  ]);
});

describe('commentLine', () => {
  it.each(hostile)('keeps %j on its line', (text) => {
    expect(commentLine(text)).toMatch(/^\/\/ [^\n\r\u2028\u2029\u202e\u0085\0]*$/);
  });

  it('never instructs a tool', () => {
    for (const text of [
      '@ts-ignore',
      ' @ts-nocheck x',
      '/ <reference path="x" />',
      '# sourceMappingURL=x',
      '@@case 0',
    ]) {
      expect(commentLine(text)).toMatch(/^\/\/ On /);
    }
    expect(commentLine('eslint-disable')).toBe('// On eslint-disable');
    expect(commentLine('prettier-ignore')).toBe('// On prettier-ignore');
    expect(commentLine('')).toBe('// Not described.');
    expect(commentLine('x'.repeat(1000))).toHaveLength(303);
  });
});
