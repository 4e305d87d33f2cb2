import { execFileSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import type { Json } from '../json';

import { deepestLiteral, pythonLiteral } from './literal';
import { pythonComment, pythonDocstring } from './text';

/** Evaluates expressions in one real Python process, without any builtin, and gives back what they are as JSON. */
function evaluate(expressions: string[]): Json[] {
  const program = [
    'import ast, json, sys',
    'allowed = (ast.Expression, ast.Constant, ast.List, ast.Dict, ast.BinOp, ast.Mult, ast.Add, ast.UnaryOp,',
    '           ast.USub, ast.Load)',
    'out = []',
    'for text in json.load(sys.stdin):',
    '    tree = ast.parse(text, mode="eval")',
    '    assert all(isinstance(node, allowed) for node in ast.walk(tree)), text',
    '    out.append(eval(compile(tree, "x", "eval"), {"__builtins__": {}}))',
    'json.dump(out, sys.stdout)',
  ].join('\n');
  const options = { input: JSON.stringify(expressions), maxBuffer: 1 << 28 };
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', program], options).toString()) as Json[];
}

const nasty = [
  ...['"', "'", '\\', '\n', '\r', '\t', '\0', '\x07', '\x1b', '\x7f', '\x85', '\u2028', '\u2029', '\ufeff'],
  ...[
    '\ud800',
    '\udfff',
    '\ud83d',
    '\ude00',
    '😀',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u3164',
    '\u0301',
    '\u00ad',
  ],
  ...[
    '{',
    '}',
    '%',
    '${',
    '<%',
    '%>',
    '#',
    '"""',
    "'''",
    '\\N{DASH}',
    '\\x41',
    '\\u0041',
    '\\',
    ' ',
    'a',
    'é',
  ],
  ...[
    '书名',
    'שלום',
    'f"',
    'b"',
    '\\"',
    "\\'",
    '\n"""\nimport os',
    '\r\n',
    '\u00a0',
    '\ue000',
    '\uffff',
    '\u0378',
  ],
];

function hostileTexts(count: number): string[] {
  let state = 12345;
  const next = (bound: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % bound;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: next(9) }, () =>
      next(5) === 0 ? String.fromCharCode(next(0x10000)) : (nasty[next(nasty.length)] ?? ''),
    ).join(''),
  );
}

describe('pythonLiteral', () => {
  it.each<[Json, string]>([
    [null, 'None'],
    [true, 'True'],
    [[], '[]'],
    [{}, '{}'],
    ['', '""'],
    ['say "hi"', `'say "hi"'`],
    ["it's", `"it's"`],
    [`"it's"`, `'"it\\'s"'`],
    ['书名', '"书名"'],
    ['a\u202eb', '"a\\u202eb"'],
    ['é', '"é"'],
    ['e\u0301', '"e\u0301"'],
    ['\u0301', '"\\u0301"'],
    ['😀\0', '"\\U0001f600\\x00"'],
    ['x'.repeat(201), '"x" * 201'],
    ['ab'.repeat(40), '"ab" * 40'],
    [`a@${'x'.repeat(250)}.org`, '"a@" + "x" * 250 + ".org"'],
    [Array.from({ length: 101 }, () => 1), '[1] * 101'],
    [{ a: [1, 'b'], __proto__x: 1.5 }, '{"a": [1, "b"], "__proto__x": 1.5}'],
    [-0, '0'],
    [9007199254740993, '9007199254740992'],
    [2 ** 63, '9223372036854775808'],
    [1e20, '100000000000000000000'],
    [1e21, '1e21'],
    [0.1, '0.1'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [-1.5e-7, '-1.5e-07'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e308'],
  ])('writes %j', (value, expected) => {
    expect(pythonLiteral(value)).toBe(expected);
  });

  it('comes back from Python as it was, whatever the text', () => {
    const texts = [
      ...nasty,
      ...hostileTexts(5000),
      'é'.repeat(80),
      '\ud800'.repeat(80),
      `${'"'.repeat(99)}\\`,
    ];
    expect(evaluate(texts.map((text) => pythonLiteral(text)))).toEqual(texts);
  });

  it('comes back from Python for numbers and structures', () => {
    const values: Json[] = [
      0,
      -1,
      1e-7,
      123456.789,
      2 ** 53,
      -(2 ** 63),
      1e22,
      1e-300,
      0.1 + 0.2,
      1e16,
      123e14,
    ];
    const nested: Json = { a: [values, { '': null, '\\"': [true, false] }], 'b"\n': hostileTexts(50) };
    expect(evaluate([...values, nested].map(pythonLiteral))).toEqual([...values, nested]);
  });

  it('keeps a member called __proto__', () => {
    const value = JSON.parse('{"__proto__": {"a": 1}}') as Json;
    expect(pythonLiteral(value)).toBe('{"__proto__": {"a": 1}}');
  });

  it('refuses what Python cannot hold or parse', () => {
    expect(() => pythonLiteral(Number.NaN)).toThrow('no Python literal');
    expect(() => pythonLiteral(Infinity)).toThrow('no Python literal');
    let deep: Json = 1;
    for (let level = 0; level <= deepestLiteral; level++) deep = [deep];
    expect(() => pythonLiteral(deep)).toThrow('nested deeper');
    expect(evaluate([pythonLiteral((deep as Json[])[0] ?? null)])).toHaveLength(1);
  });
});

describe('docstrings and comments', () => {
  it('hold hostile text as one constant that says nothing else', () => {
    const texts = [...nasty, ...hostileTexts(2000)];
    const program = [
      'import ast, io, json, sys, tokenize',
      'for doc, comment in json.load(sys.stdin):',
      '    assert "\\n" not in doc and len(doc.splitlines()) == 1',
      '    body = ast.parse(doc).body',
      '    assert len(body) == 1 and isinstance(body[0].value.value, str), doc',
      '    lines = (comment + "\\nx = 1\\n").encode()',
      '    assert tokenize.detect_encoding(io.BytesIO(lines).readline)[0] == "utf-8", comment',
      '    assert len(comment.splitlines()) == 1, comment',
      '    assert len(ast.parse(lines).body) == 1, comment',
    ].join('\n');
    const input = JSON.stringify(texts.map((text) => [pythonDocstring(text), pythonComment(text)]));
    expect(() => execFileSync('/usr/bin/python3', ['-W', 'error', '-c', program], { input })).not.toThrow();
  });

  it.each([
    ['Creates\n  a book.', '"""Creates a book."""'],
    ['', '"""Not described."""'],
    ['"quoted"', '"""\\"quoted\\""""'],
    ['a """ b', '"""a \\"\\"" b"""'],
    ['^\\d+$', '"""^\\\\d+$"""'],
    ['\ud800a\udfff', '"""\ufffda\ufffd"""'],
    ['x'.repeat(400), `"""${'x'.repeat(297)}..."""`],
  ])('docstring of %j', (text, expected) => {
    expect(pythonDocstring(text)).toBe(expected);
  });

  it.each([
    ['type: the kind', '# ty-pe: the kind'],
    ['noqa', '# no-qa'],
    ['vim: set coding=utf-7', '# vim: set co-ding=utf-7'],
    ['the type of a book', '# the type of a book'],
    ['a\r\nimport os', '# a import os'],
    ['', '#'],
  ])('comment of %j', (text, expected) => {
    expect(pythonComment(text)).toBe(expected);
  });
});
