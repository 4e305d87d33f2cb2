import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

import { largeDocuments, writeRepeated } from './documents';
import { measuredSchema, tableOf, type Measured } from './table';

const measurer = fileURLToPath(new URL('measure.ts', import.meta.url));

/**
 * How long it takes to generate the suites of real documents, and how that grows with the document. Documents are those
 * given, else the large ones at hand; growth is measured with the first of them.
 */
async function main(given: string[]): Promise<void> {
  const documents = given.length > 0 ? given.map((name) => resolve(name)) : await largeDocuments();
  const [first] = documents;
  if (first === undefined) throw new Error('There is no large document at hand: name one.');
  const rows: [string, Measured][] = [];
  for (const name of documents) rows.push([basename(name), await measure(name)]);
  process.stdout.write(`${tableOf(rows)}\n`);

  const folder = await mkdtemp(join(tmpdir(), 'bench-growth-'));
  try {
    const growth: [string, Measured][] = [];
    for (const times of [1, 2, 4]) {
      const repeated = join(folder, `${times}.json`);
      await writeRepeated(first, times, repeated);
      growth.push([`${times} x ${basename(first)}`, await measure(repeated)]);
    }
    process.stdout.write(tableOf(growth));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(name: string): Promise<Measured> {
  const { stdout } = await execa(process.execPath, ['--import', 'tsx', measurer, name], {
    stderr: 'inherit',
  });
  return measuredSchema.parse(JSON.parse(stdout));
}

await main(process.argv.slice(2));
