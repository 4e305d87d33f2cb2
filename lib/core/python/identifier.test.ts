import { execFileSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { shortHash } from '../stable-hash';

import { createNames, fileSlug, pascalCase, snakeCase } from './identifier';

const options = { fallback: 'value' };

describe('snakeCase and pascalCase', () => {
  it.each([
    ['createBook', 'create_book', 'CreateBook'],
    ['Create a book!', 'create_a_book', 'CreateABook'],
    ['HTTPServerID', 'http_server_id', 'HttpServerId'],
    ['/books/{bookId}', 'books_book_id', 'BooksBookId'],
    ['Café Éclair', 'cafe_eclair', 'CafeEclair'],
    ['class', 'class_', 'Class'],
    ['id', 'id_', 'Id'],
    ['none', 'none', 'None_'],
    ['TimeoutError', 'timeout_error', 'TimeoutError_'],
    ['404', 'value_404', 'Value404'],
    ['', 'value', 'Value'],
    ['---', 'value', 'Value'],
    ['__init__', 'init', 'Init'],
  ])('%j', (text, snake, pascal) => {
    expect(snakeCase(text, options)).toBe(snake);
    expect(pascalCase(text, options)).toBe(pascal);
  });

  it('keeps texts of other scripts apart by a stable hash', () => {
    expect(snakeCase('获取书籍', options)).toBe(`value_${shortHash('获取书籍')}`);
    expect(snakeCase('获取 books', options)).toBe(`books_${shortHash('获取 books')}`);
    expect(snakeCase('删除书籍', options)).not.toBe(snakeCase('获取书籍', options));
  });

  it('bounds the length and keeps long names apart', () => {
    const long = 'word '.repeat(30);
    expect(snakeCase(long, options).length).toBeLessThanOrEqual(60);
    expect(snakeCase(`${long} one`, options)).not.toBe(snakeCase(`${long} two`, options));
    expect(pascalCase('x'.repeat(200), { ...options, maxLength: 20 })).toHaveLength(20);
  });

  it('gives names that Python takes', () => {
    const texts = [
      '0',
      'def',
      'print',
      '_',
      'ﬁ',
      'İ',
      'ß',
      '𝒳',
      '٣',
      'a'.repeat(500),
      'x\u0000y',
      'True',
      'match',
      '½',
    ];
    const names = texts.flatMap((text) => [snakeCase(text, options), pascalCase(text, options)]);
    const program =
      'import builtins,json,keyword,sys\n' +
      'for n in json.load(sys.stdin):\n' +
      '    assert n.isidentifier() and n.isascii() and not keyword.iskeyword(n) and not hasattr(builtins, n), n';
    const input = JSON.stringify(names);
    expect(() => execFileSync('/usr/bin/python3', ['-c', program], { input })).not.toThrow();
  });

  it('reserves every builtin of the Python at hand', () => {
    const program =
      'import builtins,keyword,json; print(json.dumps([n for n in dir(builtins) if not n.startswith("_")] + keyword.kwlist))';
    const names = JSON.parse(execFileSync('/usr/bin/python3', ['-c', program]).toString()) as string[];
    const scope = names.map((name) => snakeCase(name, options));
    expect(scope.filter((name) => names.includes(name))).toEqual([]);
  });

  it('refuses a fallback that is no identifier', () => {
    expect(() => snakeCase('', { fallback: '9' })).toThrow(TypeError);
  });
});

describe('createNames', () => {
  it('never gives a name twice', () => {
    const names = createNames(['client']);
    const take = (text: string) => names.take(snakeCase(text, options));
    expect([take('book'), take('Book'), take('book'), take('client'), take('list'), take('list')]).toEqual([
      'book',
      'book_2',
      'book_3',
      'client_2',
      'list_',
      'list_2',
    ]);
    expect(names.has('BOOK')).toBe(true);
    expect(names.has('author')).toBe(false);
  });
});

describe('fileSlug', () => {
  it.each([
    ['Shop API v1.4', 'shop_api_v1_4'],
    ['../../etc/passwd', 'etc_passwd'],
    ['con', 'con_'],
    ['id', 'id'],
    ['', 'value'],
  ])('%j', (text, expected) => {
    expect(fileSlug(text, options)).toBe(expected);
  });
});
