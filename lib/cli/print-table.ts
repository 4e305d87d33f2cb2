import type { Writable } from 'node:stream';

import { visible } from './visible';

const longestCell = 70;

/** Rows under headings, each column as wide as its widest cell; text from outside cannot steer the terminal. */
export function printTable(
  stream: Writable,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const cells = [headings, ...rows].map((row) => row.map((cell) => plain(String(cell))));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  for (const row of cells) {
    const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    stream.write(`${line.trimEnd()}\n`);
  }
}

function plain(text: string): string {
  const line = visible(text);
  return line.length <= longestCell ? line : `${line.slice(0, longestCell - 1)}…`;
}
