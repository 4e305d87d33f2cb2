import { z } from 'zod';

import type { PublicationFacts } from './facts';
import { folderOf } from './place-names';
import { publishedFiles } from './published-files';

import { AppError } from '#lib/core/errors';
import { groupBy } from '#lib/core/group-by';
import type { Database } from '#lib/platform/db/client';

const imports = z.array(z.string());
const gaps = z.array(
  z.object({
    operation: z.string().exactOptional(),
    construct: z.string(),
    reason: z.string(),
    source: z.object({ file: z.string(), pointer: z.string() }),
  }),
);

/**
 * What a publication will commit, and what is told about it.
 * @throws AppError `conflict` when the generation was replaced meanwhile or nothing is approved any more
 */
export async function loadPublication(db: Database, publicationId: string) {
  const publication = await db.publication.findUniqueOrThrow({
    where: { id: publicationId },
    include: {
      generation: { include: { api: true, specVersion: { select: { label: true } }, files: true } },
    },
  });
  const { generation } = publication;
  if (generation.state !== 'ready') {
    throw new AppError('conflict', `Generation ${generation.number} is ${generation.state} meanwhile.`, {
      advice: 'Publish the newest generation of the API.',
    });
  }
  const operations = await db.specOperation.findMany({
    where: { generationId: generation.id },
    select: { id: true, method: true, path: true },
    orderBy: { position: 'asc' },
  });
  const cases = await db.testCase.findMany({
    where: { generationId: generation.id },
    orderBy: { position: 'asc' },
  });
  const approved = cases
    .filter((entry) => entry.state === 'approved')
    .map((entry) => ({ ...entry, imports: imports.parse(entry.imports) }));
  if (approved.length === 0) throw new AppError('conflict', 'No test case is approved any more.');
  const files = publishedFiles(generation.files, approved);
  const reviewers = await db.user.findMany({
    where: { id: { in: [...new Set(approved.flatMap((entry) => entry.decidedById ?? []))] } },
    select: { name: true, email: true },
    orderBy: { email: 'asc' },
  });
  const byOperation = groupBy(cases, (entry) => entry.operationId);
  const endpoints = operations.map(({ id, method, path }) => {
    const own = byOperation.get(id) ?? [];
    return {
      id,
      method,
      path,
      total: own.length,
      approved: own.filter((one) => one.state === 'approved').length,
    };
  });
  const endpointNames = new Map(
    endpoints.map(({ id, method, path }) => [id, `${method.toUpperCase()} ${path}`]),
  );
  const rejected = cases.filter((entry) => entry.state === 'rejected');
  const facts: PublicationFacts = {
    publicationId,
    apiName: generation.api.name,
    version: generation.specVersion.label,
    generation: generation.number,
    branch: publication.branch,
    folder: folderOf(generation.api.slug),
    files: files.map((file) => file.path),
    counts: {
      approved: approved.length,
      rejected: rejected.length,
      pending: cases.length - approved.length - rejected.length,
    },
    endpoints,
    rejected: rejected.map((entry) => ({
      endpoint: endpointNames.get(entry.operationId) ?? '',
      title: entry.title,
      reason: entry.rejectReason ?? 'other',
      note: entry.rejectNote ?? undefined,
    })),
    gaps: gaps.parse(generation.gaps ?? []),
    reviewers,
  };
  return { publication, files, facts };
}
