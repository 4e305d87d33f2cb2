import { format } from 'prettier';
import { describe, expect, it } from 'vitest';

import {
  array,
  arrow,
  atom,
  call,
  entry,
  layOut,
  number,
  object,
  prefixed,
  sum,
  text,
  type SourceNode,
} from './source-node';

const word = (length: number): SourceNode => text(`'${'x'.repeat(length - 2)}'`);
const numbers = (count: number): SourceNode[] =>
  Array.from({ length: count }, (_, index) => number(String(index * 1000)));
const pair = (length: number): SourceNode => object([entry('id', word(length)), entry('value', number('1'))]);

const nodes: Record<string, SourceNode> = {
  'what fits': call('expectSuccess', [atom('response'), number('200'), object([entry('schema', word(20))])]),
  'an object as the last argument': call('expectSuccess', [
    atom('response'),
    array([number('200'), number('201')]),
    object([entry('schema', word(60)), entry('headers', array([word(20), word(20)]))]),
  ]),
  'a list as the last argument': call('createBook.result', [array([word(50), word(50)])]),
  'arguments that are all broken': call('expectHandled', [call('changed', [word(60), word(30)]), word(40)]),
  'an object behind an object': call('f', [object([entry('a', word(60))]), object([entry('b', word(60))])]),
  'an object behind a list': call('f', [array([word(20)]), object([entry('b', word(90))])]),
  'texts that are longer than a line': call('f', [
    object([entry('name', word(120)), entry('id', word(120))]),
  ]),
  'a sum': object([entry('name', sum([word(50), atom(`'x'.repeat(201)`), word(60)]))]),
  'many numbers': array(numbers(60)),
  'many numbers as the last argument': call('f', [word(5), array(numbers(60))]),
  'a matrix': array([pair(5), pair(5)]),
  'a matrix of which one is short': array([pair(5), object([entry('id', word(5))])]),
  'a list of lists': object([entry('rows', array([array(numbers(2)), array(numbers(2))]))]),
  functions: object([
    entry('body', arrow(object([entry('name', word(60)), entry('other', word(60))]))),
    entry('short', arrow(call('getBook.etag', []))),
    entry('long', arrow(call('getBook.first', [array([word(40)]), word(50)]))),
    entry('items', arrow(array([word(60), word(60)]), true)),
  ]),
  'a function as the last argument': prefixed('await ', call('listed', [word(40), arrow(array([word(60)]))])),
  'a spread': array([prefixed('...', atom('SUCCESS')), number('302'), word(90)]),
};

describe('layOut', () => {
  it.each(Object.entries(nodes))('lays out %s as the formatter does', async (_, node) => {
    for (const [before, indent] of [
      ['const value = ', 0],
      ['const aLongerName = ', 4],
    ] as const) {
      const line = `${' '.repeat(indent)}${before}${layOut(node, indent, before.length, 1)};\n`;
      const wrapped = indent === 0 ? line : `{\n  {\n${line}  }\n}\n`;
      const options = { parser: 'typescript', printWidth: 100, singleQuote: true };
      expect(await format(wrapped, options)).toBe(wrapped);
    }
  });
});
