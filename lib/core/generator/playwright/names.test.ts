import { describe, expect, it } from 'vitest';

import { helpers } from '../plan/expression';

import { camelCase, groupTitle, specPath, suiteNames, testTitle } from './names';

describe('suiteNames', () => {
  it('gives each fixture a name of its own, of a closed alphabet', () => {
    const wanted = ['get_1', 'get1', 'delete', 'request', 'browser_name', 'expect_success', 'api', 'book'];
    const calls = wanted.map((name) => ({ name }));
    const names = suiteNames({ calls, resources: [{ name: 'book_2' }], files: [] }, helpers);
    expect([...wanted, 'book_2'].map((name) => names.of(name))).toEqual([
      'get1',
      'get12',
      'delete2',
      'request2',
      'browserName2',
      'expectSuccess2',
      'api2',
      'book',
      'book2',
    ]);
  });

  it('refuses what is no name of a plan', () => {
    expect(() => camelCase('a-b')).toThrow(TypeError);
    expect(camelCase('create_book_2')).toBe('createBook2');
    expect(camelCase('delete_')).toBe('delete');
  });
});

it('names files, groups and tests as people who write TypeScript do', () => {
  expect(specPath('test_order_item_crud.py')).toBe('order-item-crud.spec.ts');
  expect(groupTitle('TestCreateBook')).toBe('CreateBook');
  expect(testTitle('test_create_book_rejects_a_long_title')).toBe('create book rejects a long title');
});
