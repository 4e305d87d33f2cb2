import { describe, expect, it } from 'vitest';

import { AppError } from '../../errors';

import { CodeSpan, CodeWord, Docstring, printMarkdown, printPython } from './printed';
import { createRender } from './render';

describe('createRender', () => {
  const render = createRender(
    new Map([
      ['hello.py', 'x = <%= view.text %>\n<%- part("inner", view.text) %>'],
      ['inner', '# <%= view.length %>'],
      ['broken', '<% if ( %>'],
      ['NOTE.md', '# <%= view.text %>'],
    ]),
  );

  it('prints values in the language of the file', () => {
    expect(render('hello.py', { text: 'a"b' })).toBe(`x = 'a"b'\n# 3`);
    expect(render('NOTE.md', { text: '<b>*x*\n' })).toBe('# \\<b\\>\\*x\\*');
  });

  it.each([
    ['a value that is missing', 'hello.py', {}],
    ['a template that is missing', 'unknown', {}],
    ['a template that is broken', 'broken', {}],
  ])('refuses %s', (_, name, view) => {
    expect(() => render(name, view)).toThrow(AppError);
  });
});

describe('printed values', () => {
  it('are literals and docstrings in Python, one line in Markdown', () => {
    expect(printPython({ a: [null, true] })).toBe('{"a": [None, True]}');
    expect(printPython(new Docstring('a\nb'))).toBe('"""a b"""');
    expect(printMarkdown('API_TOKEN _x_')).toBe('API_TOKEN \\_x\\_');
    expect(printMarkdown('@all https://a.io www.a.io')).toBe('\\@all https\\://a.io www\\.a.io');
    expect(printMarkdown(new CodeWord('http://a_.io'))).toBe('http://a_.io');
    expect(() => printMarkdown(null)).toThrow(TypeError);
  });

  it.each([
    ['/pets/{petId}_*', '`/pets/{petId}_*`'],
    ['a`b``c', '``` a`b``c ```'],
    ['a|b\nc', '`a\\|b c`'],
  ])('code of Markdown shows %j as it is', (text, printed) => {
    expect(printMarkdown(new CodeSpan(text))).toBe(printed);
  });
});
