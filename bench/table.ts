import { z } from 'zod';

export const measuredSchema = z.object({
  operations: z.number(),
  tests: z.number(),
  /** Of all files of the suite. */
  bytes: z.number(),
  /** On the clock: read, generate, write. */
  seconds: z.number(),
  /** Of the processor, with the start of the process. */
  cpuSeconds: z.number(),
  /** MiB. */
  peak: z.number(),
  /** Seconds to read, parse and write as many bytes. */
  floor: z.number(),
});
export type Measured = z.infer<typeof measuredSchema>;

const columns: readonly [string, (measured: Measured) => string][] = [
  ['operations', ({ operations }) => String(operations)],
  ['tests', ({ tests }) => String(tests)],
  ['MB', ({ bytes }) => (bytes / 1e6).toFixed(1)],
  ['seconds', ({ seconds }) => seconds.toFixed(1)],
  ['CPU s', ({ cpuSeconds }) => cpuSeconds.toFixed(1)],
  ['ms/operation', ({ seconds, operations }) => ((seconds * 1000) / operations).toFixed(1)],
  ['MiB peak', ({ peak }) => peak.toFixed(0)],
  ['floor s', ({ floor }) => floor.toFixed(2)],
  ['ratio', ({ seconds, floor }) => (seconds / floor).toFixed(0)],
];

/** A Markdown table that reads well as plain text. */
export function tableOf(rows: readonly (readonly [string, Measured])[]): string {
  const cells = [
    ['document', ...columns.map(([heading]) => heading)],
    ...rows.map(([name, measured]) => [name, ...columns.map(([, show]) => show(measured))]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [headings = [], ...others] = cells;
  return [line(headings), rule, ...others.map(line), ''].join('\n');
}
