import { visible } from './visible';

import { readDocument } from '#lib/core/openapi/read-document';
import type { Change, SpecDiff } from '#lib/core/spec-diff/change';
import { diffModels } from '#lib/core/spec-diff/diff-models';
import { openDocument } from '#lib/platform/documents/open-document';

/** Prints what changed between two versions of a document. */
export async function runDiff(before: string, after: string, { json }: { json: boolean }): Promise<void> {
  const [old, now] = await Promise.all([before, after].map(readModel));
  if (old === undefined || now === undefined) return;
  const changes = diffModels(old, now);
  process.stdout.write(json ? `${JSON.stringify(changes, null, 2)}\n` : changesText(changes));
}

async function readModel(document: string): Promise<Awaited<ReturnType<typeof readDocument>>['model']> {
  return (await readDocument({ ...(await openDocument(document)), validate: false })).model;
}

function changesText({ operations, unchanged, document }: SpecDiff): string {
  const lines = operations.flatMap(({ method, path, status, breaking, changes }) => [
    `${method.toUpperCase()} ${visible(path)}: ${status}${breaking ? ', breaking' : ''}`,
    ...changes.map(changeLine),
  ]);
  const breaking = operations.filter((operation) => operation.breaking).length;
  const summary = `${operations.length} operations changed, ${breaking} breaking; ${unchanged.length} unchanged`;
  return [...document.map(changeLine), ...lines, summary, ''].join('\n');
}

function changeLine({ breaking, message }: Change): string {
  return `  ${breaking ? '!' : ' '} ${visible(message)}`;
}
