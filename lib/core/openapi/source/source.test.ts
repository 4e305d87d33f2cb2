import { describe, expect, test } from 'vitest';

import { SourceMap } from '../source-map';

import { formatJson } from './format-json';
import { parseSource } from './parse-source';
import { UnreadableText } from './source-file';

function linesIn(text: string) {
  const parsed = parseSource('', text);
  const source = new SourceMap(new Map([['', parsed]]));
  return (pointer: string) => {
    const range = source.lines({ file: '', pointer });
    return range && [range.line, range.endLine];
  };
}

describe('lines', () => {
  test('of YAML: blocks end with their last value, not with what follows', () => {
    const text = `# head
a:
  b: 1

  # about c
  c:
    - x
    -
      y: |
        many
        lines

    - { z: 1,
        "q r": [1,
          2] }
d: >-
  folded

e: &anchor
  f: "quoted
    text"
g: *anchor
h:
i: [{ j: 1 }, k]
`;
    const lines = linesIn(text);
    const expected: Record<string, number[]> = {
      '': [1, 25],
      '/a': [2, 15],
      '/a/b': [3, 3],
      '/a/c': [6, 15],
      '/a/c/0': [7, 7],
      '/a/c/1': [9, 11],
      '/a/c/1/y': [9, 11],
      '/a/c/2/z': [13, 13],
      '/a/c/2/q r': [14, 15],
      '/a/c/2/q r/1': [15, 15],
      '/d': [16, 17],
      '/e/f': [20, 21],
      '/g': [22, 22],
      '/g/f': [20, 21],
      '/h': [23, 23],
      '/i/0/j': [24, 24],
      '/i/1': [24, 24],
      '/nothing': [1, 25],
      '/a/nothing/deeper': [2, 15],
    };
    const found = Object.fromEntries(Object.keys(expected).map((pointer) => [pointer, lines(pointer)]));
    expect(found).toEqual({ ...expected, '': [1, 24], '/nothing': [1, 24] });
  });

  test('of JSON, with escapes, empty containers and Windows line ends', () => {
    const text =
      '{\r\n  "a\\"b": "x\\\\",\r\n  "c/d~e": [\r\n    {},\r\n    -1.5e+3, "}",\r\n    true\r\n  ],\r\n  "\\u0066": null\r\n}\r\n';
    const lines = linesIn(text);
    expect(lines('/a"b')).toEqual([2, 2]);
    expect(lines('/c~1d~0e')).toEqual([3, 7]);
    expect([0, 1, 2, 3].map((index) => lines(`/c~1d~0e/${index}`))).toEqual([
      [4, 4],
      [5, 5],
      [5, 5],
      [6, 6],
    ]);
    expect(lines('/f')).toEqual([8, 8]);
  });

  test('of an unknown file are unknown; texts are sliced exactly', () => {
    const source = new SourceMap(new Map([['', parseSource('', 'a: 1\r\nb: 2\r\nc: 3')]]));
    expect(source.lines({ file: 'x', pointer: '' })).toBeUndefined();
    expect(source.slice('', { line: 2, endLine: 2 })).toBe('b: 2');
    expect(source.slice('', { line: 2, endLine: 3 })).toBe('b: 2\r\nc: 3');
    expect(source.files()).toEqual(['']);
  });
});

describe('JSON on one line', () => {
  const text = `{"z":{"200":"a","100":[1,{"e":{},"f":[ ]}]},"big":12345678901234567890,"text":"{,}:[\\"]","pad":"${'x'.repeat(100)}"}`;

  test('is indented without touching its tokens, and lines count there', () => {
    const { text: shown, value } = parseSource('', text);
    expect(JSON.parse(shown)).toEqual(value);
    expect(shown.split('\n').slice(0, 9)).toEqual([
      '{',
      '  "z": {',
      '    "200": "a",',
      '    "100": [',
      '      1,',
      '      {',
      '        "e": {},',
      '        "f": []',
      '      }',
    ]);
    expect(shown).toContain('"big": 12345678901234567890,');
    expect(linesIn(text)('/z/100/1/f')).toEqual([8, 8]);
  });

  test('is left alone when it is short', () => {
    expect(parseSource('', '{"a":1}').text).toBe('{"a":1}');
    expect(formatJson('[]')).toBe('[]\n');
  });
});

describe('YAML', () => {
  test.each([
    ['dates stay texts', 'a: 2024-01-02', { a: '2024-01-02' }],
    ['names are texts', '200: a\nnull: b\ntrue: c', { 200: 'a', null: 'b', true: 'c' }],
    ['words for truth are words', 'a: yes\nb: on', { a: 'yes', b: 'on' }],
    ['merge keys', 'a: &a { x: 1, y: 2 }\nb:\n  <<: *a\n  y: 3', { a: { x: 1, y: 2 }, b: { x: 1, y: 3 } }],
    ['JSON with comments', '{\n  // no\n  "a": 1 }'.replace('// no', '# yes'), { a: 1 }],
    ['a trailing comma', '{ "a": [1, 2,], }', { a: [1, 2] }],
    ['numbers that JSON lacks', 'a: .inf\nb: [.nan]', { a: null, b: [null] }],
    ['a byte order mark', '\uFEFFa: 1', { a: 1 }],
  ])('%s', (_, text, value) => {
    expect(parseSource('', text).value).toEqual(value);
  });

  test('__proto__ is a name like any other', () => {
    for (const text of ['__proto__: { polluted: 1 }', '{"__proto__": {"polluted": 1}}']) {
      const { value } = parseSource('', text);
      expect(Object.keys(value ?? {})).toEqual(['__proto__']);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    }
  });

  test.each([
    ['a: 1\nb:\n  c: 1\n  d: 2\n  c: 3', 5],
    ['{ a: 1,\n a: 2 }', 2],
    ['{"a": {"b": 1},\n "a": [1]}', 2],
  ])('a repeated name in %j is found', (text, line) => {
    expect(parseSource('', text).findings).toMatchObject([{ code: 'duplicate-key', line }]);
  });
});

const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
for (let level = 1; level < 9; level++) {
  bomb.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}*a${level - 1}]`);
}

describe('what cannot be sound is refused', () => {
  test.each([
    ['an alias bomb', bomb.join('\n'), 'unfolds', 7],
    [
      'an alias bomb within a schema',
      `${bomb.slice(0, 7).join('\n')}\nb:\n  c:\n    d: *a5\n    e: [*a6]`,
      'unfolds',
      7,
    ],
    ['an alias of itself', 'a: &a [*a]', 'nested deeper', 1],
    ['deep YAML', `a: ${'['.repeat(5000)}`, 'nesting', 1],
    ['deep JSON', `\n${'['.repeat(5000)}${']'.repeat(5000)}`, 'nested deeper', undefined],
    ['unsafe tags', 'a: 1\nb: !!js/function "return 1"', 'unknown tag', 2],
    ['custom tags', 'b: !include other.yaml', 'unknown tag', 1],
    ['broken indentation', 'a:\n  b: 1\n c: 2', 'Not readable', 3],
    ['several documents', 'a: 1\n---\nb: 2', 'single document', undefined],
  ])('%s', (_, text, message, line) => {
    const parse = () => parseSource('', text);
    expect(parse).toThrow(UnreadableText);
    expect(parse).toThrow(message);
    expect(parse).toThrow(expect.objectContaining({ line, advice: expect.any(String) }));
  });
});
