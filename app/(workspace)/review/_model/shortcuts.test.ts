import { expect, it } from 'vitest';

import { commandOf, shortcuts } from './shortcuts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

it.each([
  ['j', 'next'],
  ['J', 'nextOperation'],
  ['/', 'filter'],
  ['?', 'help'],
  ['a', 'approve'],
  ['A', 'approveOperation'],
  ['Escape', 'escape'],
])('%s means %s', (key, command) => {
  expect(commandOf(press(key))).toBe(command);
});

it('leaves the combinations of the browser alone', () => {
  expect(commandOf(press('a', { ctrlKey: true }))).toBeUndefined();
  expect(commandOf(press('d', { metaKey: true }))).toBeUndefined();
  expect(commandOf(press('j', { altKey: true }))).toBeUndefined();
});

it('decides nothing while a key is held down, but moves on', () => {
  expect(commandOf(press('a', { repeat: true }))).toBeUndefined();
  expect(commandOf(press('j', { repeat: true }))).toBe('next');
});

it('gives each key one meaning', () => {
  const keys = shortcuts.flatMap((shortcut) => [...shortcut.keys]);
  expect(new Set(keys).size).toBe(keys.length);
});
