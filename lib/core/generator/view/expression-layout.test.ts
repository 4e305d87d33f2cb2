import { describe, expect, it } from 'vitest';

import { formatted } from '../../../testing/formatted';
import type { Json } from '../../json';
import { layOut } from '../../python/layout/lay-out';
import { constant, literal, name, type Expression, type Invocation } from '../plan/expression';
import { fixed, help } from '../plan/named';

import { expressionLayout, invocationLayout } from './expression-layout';

const words = [
  ...[
    'a',
    'name',
    'hello world',
    "it's",
    'say "hi"',
    '\\d+',
    'long_word_',
    ' ',
    'x\ny',
    '\t',
    '\\',
    "'",
    '"',
  ],
  ...['书名书名', 'é', 'e\u0301', '\u0301', '😀', '\u202e', '\u1161', 'ﾞ', '한글', '{x}', '#'],
];

/** Expressions of every kind, from a seed; sizes spread so that many lines end around the limit. */
function generator(seed: number) {
  let state = seed;
  const next = (bound: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % bound;
  };
  const pick = <T>(items: readonly T[]): T => items[next(items.length)]!;
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));

  const aName = () => fixed(`n${'a'.repeat(pick([0, 1, 2, 5, 10, 20, 40, 58]))}`);
  function text(): string {
    const written = times(pick([0, 1, 1, 1, 2, 3, 5, 8, 12, 20]), () => pick(words) + pick(['', ' '])).join(
      '',
    );
    switch (next(12)) {
      case 0:
        return written + 'x'.repeat(pick([39, 40, 80, 200]));
      case 1:
        return 'y'.repeat(next(100)) + written;
      case 2:
        return 'ab '.repeat(13 + next(30));
      default:
        return written;
    }
  }
  function json(depth: number): Json {
    switch (next(depth > 0 ? 9 : 6)) {
      case 0:
        return next(2) === 0 ? next(1e6) : next(1000) / 7;
      case 1:
        return pick([true, false, null]);
      case 6:
        return times(next(4), () => json(depth - 1));
      case 7: {
        const item = json(depth - 1);
        return times(18 + next(5), () => item);
      }
      case 8:
        return Object.fromEntries(times(next(4), () => [text(), json(depth - 1)]));
      default:
        return text();
    }
  }
  function expression(depth: number): Expression {
    switch (next(depth > 0 ? 15 : 6)) {
      case 0:
      case 1:
        return literal(json(Math.min(depth, 3)));
      case 2:
        return name(aName());
      case 3:
        return constant('OMITTED');
      case 4:
        return { kind: 'bytes', text: text() };
      case 5: {
        const path = times(1 + next(3), () => (next(3) === 0 ? next(10) : text()));
        return { kind: 'member', of: name(aName()), path };
      }
      case 6:
      case 7: {
        const entries = times(next(4), () => ({ name: text(), value: expression(depth - 1) }));
        return { kind: 'object', entries };
      }
      case 8:
        return { kind: 'list', items: times(next(4), () => item(depth)) };
      case 9:
        return { kind: 'repeated', item: expression(depth - 1), count: next(1000) };
      case 10: {
        const entries = times(1 + next(3), () => ({ status: 200 + next(300), value: text() }));
        return { kind: 'statuses', entries };
      }
      case 11:
        return { kind: 'later', value: expression(depth - 1) };
      default:
        return invocation(depth);
    }
  }
  const item = (depth: number): Expression =>
    next(6) === 0 ? { kind: 'spread', of: expression(0) } : expression(depth - 1);
  function invocation(depth: number): Invocation {
    const args = times(next(4), () => item(depth));
    const named = times(next(3), (index) => ({
      name: fixed(`${pick(['body', 'rule', 'schema', 'value'])}_${index}`),
      value: expression(depth - 1),
    }));
    return next(2) === 0
      ? { kind: 'invoke', args, named, helper: pick(['changed', 'expect_rejection', 'without']) }
      : { kind: 'invoke', args, named, on: aName(), method: pick(['send', 'body']) };
  }
  return { invocation, next };
}

describe('expressions', () => {
  it.each([1, 2, 3, 4, 5, 6])('are laid out as the formatter lays them out, %i', (seed) => {
    const { invocation, next } = generator(seed);
    let broken = 0;
    for (let round = 0; round < 1500; round++) {
      const node = invocationLayout(invocation(next(4)));
      const into = next(2) === 0 ? '' : 'response = ';
      const inFunction = (text: string) => `def f():\n    with a:\n        ${into}${text}\n`;
      const laidOut = layOut(node, 8, into.length);
      if (laidOut !== node.flat) broken++;
      const written = inFunction(laidOut);
      expect(formatted(written)).toBe(written);
      // A long text is put in brackets, which the formatter leaves alone and does not add.
      if (!/[ =*]\(\n +["']/.test(written)) expect(formatted(inFunction(node.flat))).toBe(written);
    }
    expect(broken).toBeGreaterThan(500);
  });

  it('break at every width around the limit', () => {
    for (let width = 60; width <= 110; width++) {
      for (const value of [
        { a: 'x'.repeat(9), b: ['y'.repeat(width - 40), 1] },
        ['z'.repeat(width - 20)],
        `${'word '.repeat(8)}${'w'.repeat(width - 50)}`,
        '书'.repeat(width / 2 - 10),
      ]) {
        const call = help('unique', [literal(value)], { max_length: literal(9) });
        const written = `def f():\n    return ${layOut(invocationLayout(call), 4, 'return '.length)}\n`;
        expect(formatted(written)).toBe(written);
      }
    }
  });
});

describe('a long text', () => {
  const long = 'word '.repeat(60).trim().replace('word word', 'a "quoted" word');

  it('is cut into pieces that say the same', () => {
    const written = layOut(expressionLayout(literal({ a: [long] })), 8);
    const pieces = written.split('\n').filter((line) => /^ +["']/.test(line));
    const texts = pieces.map((line) =>
      line
        .trim()
        .replace(/^"a": .*/, '')
        .slice(1, -1),
    );
    expect(texts.join('')).toBe(long);
    expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThan(100);
  });

  it('stays whole where it fits, and where it repeats itself', () => {
    expect(layOut(expressionLayout(literal('x'.repeat(300))), 8)).toBe('"x" * 300');
    const fitting = `${'word '.repeat(15)}end`;
    expect(layOut(expressionLayout(literal(fitting)), 8)).toBe(`"${fitting}"`);
  });
});
