import { execFileSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { branchOf, checkedPath, folderOf } from './place-names';
import { codeCell, codeSpan, oneLine } from './plain-text';

describe('branchOf', () => {
  it.each([
    ['1.4.0', 'ai-tests/shop/1.4.0'],
    ['v2 (beta)', 'ai-tests/shop/v2-beta'],
    ['', 'ai-tests/shop/unversioned'],
    ['版本', 'ai-tests/shop/unversioned'],
    ['--upload-pack=x', 'ai-tests/shop/upload-pack-x'],
    ['../../main', 'ai-tests/shop/main'],
    ['a..b.lock', 'ai-tests/shop/a.b-lock'],
    ['x\n@{~^:?*[\\', 'ai-tests/shop/x'],
    [`${'9.'.repeat(200)}`, `ai-tests/shop/${'9.'.repeat(39)}9`],
  ])('makes of version %j a branch that git accepts', (version, branch) => {
    expect(branchOf('shop', version)).toBe(branch);
    expect(() => execFileSync('git', ['check-ref-format', '--branch', branch])).not.toThrow();
  });
});

it('folderOf stays in its place', () => {
  expect(folderOf('../..')).toBe('tests/generated/api');
});

describe('checkedPath', () => {
  it.each(['test_orders.py', 'schemas/Order.json', '__init__.py'])('takes %s', (path) => {
    expect(checkedPath(path)).toBe(path);
  });
  it.each(['../x', '/x', '.git/config', 'a//b', 'a/..', '-x', 'a\nb', '', 'x'.repeat(201)])(
    'refuses %j',
    (path) => {
      expect(() => checkedPath(path)).toThrow('cannot be published');
    },
  );
});

it.each([
  ['a\r\nReviewed-by: b\u2028c\u202e', 'a Reviewed-by: b c'],
  [`${'x'.repeat(130)}`, `${'x'.repeat(119)}…`],
])('oneLine(%j)', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

it.each([
  ['`a` | b', "`'a' | b`"],
  ['\n', '–'],
])('codeSpan(%j)', (text, span) => {
  expect(codeSpan(text)).toBe(span);
});

it('codeCell keeps its cell', () => {
  expect(codeCell('/a|b')).toBe('`/a\\|b`');
});
