import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { load } from 'js-yaml';

import type { Measured } from './table';

import { generateSuite } from '#lib/core/generator/generate-suite';
import { generationSettings } from '#lib/core/generator/settings';
import { readDocument } from '#lib/core/openapi/read-document';
import { openDocument } from '#lib/platform/documents/open-document';
import { formatPython } from '#lib/platform/python/ruff';
import { loadTemplates } from '#lib/platform/templates/load-templates';

/** Generates one document in a process of its own, so that its memory and start are its own, and prints what it took. */
async function main(name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const start = performance.now();
    const { model } = await readDocument({ ...(await openDocument(name)), validate: false });
    const suite = generateSuite(model, generationSettings.parse({}), {
      formatPython,
      templates: await loadTemplates(),
    });
    for (const file of suite.files) await write(join(folder, 'suite', file.path), file.text);
    const seconds = (performance.now() - start) / 1000;
    // Before anything else is measured: the figures are those of the generation and of the start of the process.
    const { user, system } = process.cpuUsage();
    const peak = process.resourceUsage().maxRSS / 1024;

    const bytes = suite.files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const measured: Measured = {
      operations: suite.operations,
      tests: suite.cases.reduce((sum, { rows }) => sum + rows, 0),
      bytes,
      seconds,
      cpuSeconds: (user + system) / 1_000_000,
      peak,
      floor: await floorOf(name, bytes, join(folder, 'plain')),
    };
    process.stdout.write(JSON.stringify(measured));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Seconds to read and parse the document and to write as many bytes as its suite has: what no generator can save. */
async function floorOf(name: string, bytes: number, target: string): Promise<number> {
  const start = performance.now();
  const text = await readFile(name, 'utf8');
  if (name.endsWith('.json')) JSON.parse(text);
  else load(text);
  await writeFile(target, Buffer.alloc(bytes, 'x'));
  return (performance.now() - start) / 1000;
}

const [name] = process.argv.slice(2);
if (name === undefined) throw new TypeError('Give the document to generate.');
await main(name);
