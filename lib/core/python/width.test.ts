import { expect, it } from 'vitest';

import { formatted } from '../../testing/formatted';

import { isReadable } from './characters';
import { widthOf } from './width';

it('counts the columns of every character as the formatter does', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => !'"\\'.includes(character) && isReadable(character, 'a'),
  );
  expect(characters.length).toBeGreaterThan(50_000);
  // A list that fits the line exactly stays on it; one column more and it is broken.
  const lineOf = (character: string, spare: number) => {
    const padding = 100 - '["", 1]'.length - 10 * widthOf(character) - spare;
    return `["${character.repeat(10)}${'a'.repeat(padding)}", 1]`;
  };
  const fitting = characters.map((character) => lineOf(character, 0));
  expect(
    formatted(`${fitting.join('\n')}\n`)
      .split('\n')
      .slice(0, -1),
  ).toEqual(fitting);
  const tooLong = characters.map((character) => lineOf(character, -1));
  const starts = formatted(`${tooLong.join('\n')}\n`)
    .split('\n')
    .filter((line) => line.startsWith('['));
  expect(starts.filter((line) => line !== '[')).toEqual([]);
});
