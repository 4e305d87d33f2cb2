import { describe, expect, it } from 'vitest';

import { highlight } from './highlight';
import { LeastRecentlyUsed } from './least-recently-used';

const joined = (lines: { text: string }[][]) => lines.map((line) => line.map((token) => token.text).join(''));

describe('highlight', () => {
  it.each([
    ['yaml', 'quantity:\n  type: integer\n\n  minimum: 1'],
    ['json', '"/orders": {\n  "post": { "deprecated": true }\n}'],
    ['python', '    def test_x(self):\n        """<script>&amp;"""\n        assert 1 == 1'],
    ['yaml', `blob: ${'x'.repeat(50_000)}`],
    ['json', '{ not json ]'],
  ] as const)('gives %s back unchanged, line by line', async (language, text) => {
    expect(joined(await highlight(text, language))).toEqual(text.split('\n'));
  });

  it('colours for a light and a dark theme', async () => {
    const [line] = await highlight('minimum: 1', 'yaml');
    const number = line?.find((token) => token.text.includes('1'));
    expect(number?.light).toMatch(/^#[0-9A-F]{6}$/i);
    expect(number?.dark).toMatch(/^#[0-9A-F]{6}$/i);
    expect(number?.light).not.toBe(number?.dark);
  });

  it('colours the names of a JSON fragment as names', async () => {
    const [whole] = await highlight('{ "post": "text" }', 'json');
    const [part] = await highlight('"post": "text"', 'json');
    const colourOf = (line: typeof part, text: string) =>
      line?.find((token) => token.text.includes(text))?.light;
    expect(colourOf(part, 'post')).toBe(colourOf(whole, 'post'));
    expect(colourOf(part, 'post')).not.toBe(colourOf(part, 'text'));
  });

  it('colours equal texts once', async () => {
    expect(await highlight('a: 1', 'yaml')).toBe(await highlight('a: 1', 'yaml'));
    expect(await highlight('a: 1', 'yaml')).not.toBe(await highlight('a: 1', 'json'));
  });
});

it('LeastRecentlyUsed forgets what was not asked for the longest', () => {
  const cache = new LeastRecentlyUsed<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');
  cache.set('c', 3);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
});
