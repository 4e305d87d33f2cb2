import { z } from 'zod';

import { checkedPath } from './place-names';

import { assembleFile } from '#lib/core/generator/assemble-file';
import type { CaseInFile } from '#lib/core/generator/assemble-file';
import { groupBy } from '#lib/core/group-by';

const storedHead = z.object({
  path: z.string(),
  docstring: z.string(),
  classes: z.array(z.object({ name: z.string(), docstring: z.string(), markers: z.array(z.string()) })),
});

export interface StoredFile {
  path: string;
  kind: string;
  content: string;
  head: unknown;
}

export interface ApprovedCase extends CaseInFile {
  filePath: string;
  startLine: number;
}

/**
 * The files of a publication: each test file with its approved cases, in the order that they were generated in, and the
 * support files as they are. A test file without an approved case is left out.
 */
export function publishedFiles(
  files: readonly StoredFile[],
  approved: readonly ApprovedCase[],
): { path: string; text: string }[] {
  const byFile = groupBy(approved, (entry) => entry.filePath);
  return files.flatMap(({ path, kind, content, head }) => {
    if (kind === 'support') return [{ path: checkedPath(path), text: content }];
    const cases = (byFile.get(path) ?? []).toSorted((a, b) => a.startLine - b.startLine);
    if (cases.length === 0) return [];
    return [{ path: checkedPath(path), text: assembleFile(storedHead.parse(head), cases).text }];
  });
}
