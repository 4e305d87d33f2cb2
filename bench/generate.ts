import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import { converterCommand } from './cache';
import { findDocument, usualDocuments, writeRepeated } from './documents';
import { convert, generate, readParseWrite, type Suite } from './programs';
import { medianOf, type Usage } from './run-process';
import { tableOf } from './table';

const usage = `npm run bench -- [--documents ${usualDocuments.join(',')}] [--runs 3] [--growth box] [--alone]

  --documents  names or files, with commas between them
  --runs       how often each program runs; the medians are shown
  --growth     the document that is repeated, or none
  --alone      without openapi-to-postmanv2, which is fetched from the npm registry once
`;

const seconds = (value: number) => value.toFixed(2);
const figuresOf = (run: Usage) => [seconds(run.seconds), seconds(run.cpuSeconds), run.mebibytes.toFixed(0)];

/** Whole processes, one after the other and by turns, so that what disturbs the machine disturbs all of them. */
async function compare(names: readonly string[], runs: number, converter: string | undefined): Promise<void> {
  const rows: string[][] = [];
  const suites: string[][] = [];
  for (const name of names) {
    const document = await findDocument(name);
    const own: Usage[] = [];
    const converted: Usage[] = [];
    const floor: Usage[] = [];
    let suite: Suite | undefined;
    for (let run = 0; run < runs; run++) {
      const { usage: used, found } = await generate(document);
      own.push(used);
      suite = found;
      if (converter !== undefined) converted.push(await convert(converter, document));
      floor.push(await readParseWrite(document, found));
    }
    if (suite) {
      const { operations, tests, files, bytes } = suite;
      suites.push([basename(document), ...[operations, tests, files].map(String), (bytes / 1e6).toFixed(1)]);
    }
    const mine = medianOf(own);
    const add = (program: string, all: Usage[]) => {
      if (all.length === 0) return;
      const median = medianOf(all);
      const ratio = program === 'ai-test-gen' ? '' : seconds(mine.cpuSeconds / median.cpuSeconds);
      rows.push([`${basename(document)}: ${program}`, ...figuresOf(median), ratio]);
    };
    add('ai-test-gen', own);
    add('openapi-to-postmanv2', converted);
    add('read, parse, write', floor);
  }
  print(tableOf(['suite', 'operations', 'tests', 'files', 'MB'], suites));
  print(tableOf(['whole process', 'seconds', 'CPU s', 'MiB peak', 'our CPU / its'], rows));
}

/** The same paths several times under different prefixes: what an operation costs must not grow. */
async function grow(name: string, runs: number): Promise<void> {
  const document = await findDocument(name);
  const folder = await mkdtemp(join(tmpdir(), 'bench-growth-'));
  try {
    const rows: string[][] = [];
    for (const times of [1, 2, 4, 8]) {
      const repeated = join(folder, `${times}.json`);
      await writeRepeated(document, times, repeated);
      const all: Usage[] = [];
      let operations = 0;
      for (let run = 0; run < runs; run++) {
        const { usage: used, found } = await generate(repeated);
        all.push(used);
        operations = found.operations;
      }
      const median = medianOf(all);
      const each = ((median.cpuSeconds * 1000) / operations).toFixed(1);
      rows.push([`${times} x ${basename(document)}`, String(operations), ...figuresOf(median), each]);
    }
    print(tableOf(['repeated', 'operations', 'seconds', 'CPU s', 'MiB peak', 'CPU ms/operation'], rows));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: usualDocuments.join(',') },
      runs: { type: 'string', default: '3' },
      growth: { type: 'string', default: 'box' },
      alone: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return print(usage);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1.');
  print(
    `Node ${process.versions.node}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1) ?? '?'}\n`,
  );
  const names = values.documents.split(',').filter((name) => name !== '');
  await compare(names, runs, values.alone ? undefined : await converterCommand());
  if (values.growth !== 'none') await grow(values.growth, runs);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
