import { requireUser } from '../context';
import type { Context } from '../context';

import type { CaseDetail, Excerpt, OperationDetail } from './contract';
import { documentChanges } from './document-changes';
import { previouslyApproved } from './previously-approved';
import { storedExcerpts, storedMarks, storedSources } from './stored';

import { defined } from '#lib/core/defined';
import { AppError } from '#lib/core/errors';
import { codeLanguage } from '#lib/core/review/code-language';
import { highlight } from '#lib/platform/highlight/highlight';
import type { Language } from '#lib/platform/highlight/highlight';

/**
 * The two panes of one operation: its parts of the document and the code of its cases, coloured, with the lines that
 * belong together.
 * @throws AppError `unauthenticated`, or `not_found` when the generation has no such operation
 */
export async function getOperation(
  context: Context,
  { generationId, operationId }: { generationId: string; operationId: string },
): Promise<OperationDetail> {
  requireUser(context);
  const { db } = context;
  const operation = await db.specOperation.findFirst({
    where: { id: operationId, generationId },
    select: {
      key: true,
      change: true,
      excerpts: true,
      generation: {
        select: { apiId: true, number: true, specVersion: { select: { number: true, format: true } } },
      },
    },
  });
  if (operation === null) throw new AppError('not_found', 'There is no such endpoint in this generation.');
  const { apiId, number, specVersion } = operation.generation;
  const cases = await db.testCase.findMany({
    where: { operationId },
    select: {
      id: true,
      key: true,
      filePath: true,
      startLine: true,
      code: true,
      contentHash: true,
      sources: true,
      marks: true,
    },
    orderBy: { position: 'asc' },
  });
  const previous = await previouslyApproved(db, { apiId, before: number, cases });
  // One after the other: together they would keep the process busy at a stretch.
  const excerpts: Excerpt[] = [];
  const parts = storedExcerpts.parse(operation.excerpts);
  for (const { text, ...place } of parts) {
    excerpts.push({ ...place, lines: await highlight(text, languageOf(place.file, specVersion.format)) });
  }
  const details: CaseDetail[] = [];
  for (const { id, filePath, startLine, code, sources, marks } of cases) {
    details.push(
      defined({
        id,
        filePath,
        startLine,
        code,
        lines: await highlight(code, codeLanguage(filePath)),
        sources: storedSources.parse(sources),
        marks: storedMarks.parse(marks),
        previousCode: previous.get(id),
      }),
    );
  }
  const changes =
    operation.change === 'changed'
      ? await documentChanges(db, { apiId, key: operation.key, before: specVersion.number, parts })
      : [];
  return { operationId, excerpts, documentChanges: changes, cases: details };
}

/** The entry document has the format that was recorded; another file of it says so by its name. */
function languageOf(file: string, entryFormat: string): Language {
  if (file === '') return entryFormat === 'json' ? 'json' : 'yaml';
  return file.endsWith('.json') ? 'json' : 'yaml';
}
