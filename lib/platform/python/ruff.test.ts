import { describe, expect, it } from 'vitest';

import { AppError } from '../../core/errors';

import { checkPython, formatPython } from './ruff';

describe('formatPython', () => {
  it('lays text out as ruff does, and leaves its own output alone', () => {
    const text = "x = {  'a':1,'b': [1,2] }\ndef f( a ):\n  return a\n";
    const formatted = 'x = {"a": 1, "b": [1, 2]}\n\n\ndef f(a):\n    return a\n';
    expect(formatPython(text)).toBe(formatted);
    expect(formatPython(formatted)).toBe(formatted);
    expect(formatPython(`f(${'"some text", '.repeat(8)}"z")`).split('\n')[1]).toBe('    "some text",');
  });

  it('refuses what is not Python, and works on', () => {
    expect(() => formatPython('def f(:')).toThrow(AppError);
    expect(formatPython('x=1')).toBe('x = 1\n');
  });
});

describe('checkPython', () => {
  it.each([
    ['import os\n', 'F401', 1],
    ['print(unknown)\n', 'F821', 1],
    ['def f(:\n', 'invalid-syntax', 1],
    ['import requests\nimport os\n\nprint(os, requests)\n', 'I001', 1],
    ['def f(a=[]):\n    return a\n', 'B006', 1],
    ['import pytest\n\n\n@pytest.fixture()\ndef f():\n    return 1\n', 'PT001', 4],
  ])('%j has %s', (text, code, line) => {
    expect(checkPython(text)).toContainEqual(expect.objectContaining({ code, line }));
  });

  it('finds nothing in clean text, however long its lines', () => {
    expect(checkPython(`x = "${'é'.repeat(300)}"\n`)).toEqual([]);
  });
});
