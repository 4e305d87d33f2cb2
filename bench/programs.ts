import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { runProcess, type Usage } from './run-process';

const ours = fileURLToPath(new URL('../lib/cli/bin.mjs', import.meta.url));
const plain = fileURLToPath(new URL('read-parse-write.mjs', import.meta.url));

const summary = z.object({ operations: z.number(), tests: z.number() });

/** What a suite holds. */
export interface Suite {
  operations: number;
  tests: number;
  files: number;
  bytes: number;
}

/** `ai-test-gen generate`, as a person runs it. */
export async function generate(document: string): Promise<{ usage: Usage; found: Suite }> {
  return runProcess(
    ours,
    (folder) => ['generate', document, '--out', folder, '--json'],
    async (folder, stdout) => ({ ...summary.parse(JSON.parse(stdout)), ...(await sizeOf(folder)) }),
  );
}

/** Reads and parses the document and writes as much as its suite has. */
export async function readParseWrite(document: string, { files, bytes }: Suite): Promise<Usage> {
  const args = (folder: string) => [document, folder, String(bytes), String(files)];
  return (await runProcess(plain, args, () => Promise.resolve())).usage;
}

/** The converter to a Postman collection with one request for each operation. */
export async function convert(command: string, document: string): Promise<Usage> {
  const args = (folder: string) => ['-s', document, '-o', `${folder}.json`];
  const { usage } = await runProcess(command, args, async (folder) => {
    const { size } = await stat(`${folder}.json`);
    if (size === 0) throw new Error(`${document} was not converted.`);
  });
  return usage;
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
