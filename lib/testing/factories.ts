import { createHash, randomUUID } from 'node:crypto';

import { sampleDocument, sampleOperations } from './sample-suite';
import type { SampleCase } from './sample-suite';

import type { Context, UserActor } from '#lib/features/context';
import type { Database } from '#lib/platform/db/client';
import { createLogger } from '#lib/platform/observability/logger';

/** Records that look like real ones, written straight into a database, for tests. */

let counter = 0;

export async function createUser(
  db: Database,
  user: { email?: string; name?: string; role?: 'reviewer' | 'admin'; passwordHash?: string } = {},
) {
  counter += 1;
  return db.user.create({
    data: {
      email: `reviewer${counter}@example.com`,
      name: `Reviewer ${counter}`,
      passwordHash: '-',
      ...user,
    },
  });
}

export async function createApi(db: Database, api: { slug?: string; name?: string } = {}) {
  counter += 1;
  return db.api.create({ data: { slug: `orders-${counter}`, name: 'Orders API', ...api } });
}

export interface GenerationOptions {
  apiId: string;
  state?: 'queued' | 'running' | 'ready' | 'failed' | 'superseded';
  /** How often the sample's three operations and five cases are repeated; 400 make 2,000 cases. */
  copies?: number;
  /** Changes each case before it is stored, e.g. to another code than in the generation before. */
  change?: (sample: SampleCase) => SampleCase;
}

/** A generation of the sample suite with its version, operations, files and cases, all pending. */
export async function createGeneration(db: Database, options: GenerationOptions) {
  const { apiId, state = 'ready', copies = 1, change = (sample) => sample } = options;
  const number = (await db.generation.count({ where: { apiId } })) + 1;
  const specVersion = await db.specVersion.create({
    data: {
      apiId,
      number,
      label: `1.${number}.0`,
      title: 'Orders API',
      dialect: 'openapi-3.1',
      hash: contentHash(`${apiId} ${number}`),
      text: sampleDocument,
      format: 'yaml',
      operationCount: sampleOperations.length * copies,
      diagnostics: [],
      changes: [],
    },
  });
  const generation = await db.generation.create({
    data: { apiId, specVersionId: specVersion.id, number, state, settings: {}, gaps: [], diagnostics: [] },
  });
  const operations = sampleOperations.flatMap((sample, index) =>
    Array.from({ length: copies }, (_, copy) => {
      const suffix = copy === 0 ? '' : `-${copy + 1}`;
      return { sample, id: randomUUID(), position: copy * sampleOperations.length + index, suffix };
    }),
  );
  await db.specOperation.createMany({
    data: operations.map(({ sample, id, position, suffix }) => ({
      id,
      generationId: generation.id,
      key: `${sample.id}${suffix}`,
      position,
      method: sample.method,
      path: sample.path.replace('/orders', `/orders${suffix}`),
      summary: sample.summary,
      tag: 'orders',
      change: number === 1 ? 'added' : 'unchanged',
      changes: [],
      excerpts: sample.excerpts,
    })),
  });
  const cases = operations
    .sort((a, b) => a.position - b.position)
    .flatMap(({ sample, id, suffix }) =>
      sample.cases.map(change).map((entry) => ({
        id: randomUUID(),
        generationId: generation.id,
        operationId: id,
        key: `${sample.id}${suffix}:${entry.category}:${entry.rule}`,
        category: entry.category,
        rule: entry.rule,
        title: entry.title,
        name: entry.name,
        filePath: sample.file.replace('orders', `orders${suffix.replace('-', '_')}`),
        className: sample.className,
        startLine: 10,
        endLine: 9 + entry.code.split('\n').length,
        code: entry.code,
        imports: ['describe'],
        contentHash: contentHash(entry.code),
        rows: entry.rows,
        risk: entry.risk,
        sources: entry.sources,
        marks: entry.marks,
        change: number === 1 ? 'new' : 'unchanged',
        gate: 'passed',
      })),
    )
    .map((entry, position) => ({ ...entry, position }));
  await db.testCase.createMany({ data: cases });
  await createFiles(db, generation.id, new Set(cases.map((entry) => entry.filePath)));
  return { generation, specVersion, cases: await casesOf(db, generation.id) };
}

/** The stored cases of a generation in review order. */
export async function casesOf(db: Database, generationId: string) {
  return db.testCase.findMany({ where: { generationId }, orderBy: { position: 'asc' } });
}

/** A context as a signed-in person has it; without a user it acts as the worker does. */
export function contextFor(
  db: Database,
  user?: { id: string; name: string; email: string; role: string },
  via: UserActor['via'] = 'web',
): Context {
  return {
    db,
    actor:
      user === undefined
        ? { kind: 'system', name: 'worker' }
        : {
            kind: 'user',
            id: user.id,
            name: user.name,
            email: user.email,
            role: user.role === 'admin' ? 'admin' : 'reviewer',
            via,
          },
    clock: () => new Date(),
    log: createLogger('web', 'silent'),
    requestId: 'test-request',
  };
}

async function createFiles(db: Database, generationId: string, paths: ReadonlySet<string>) {
  const head = (path: string) => ({
    path,
    docstring: '"""Tests of orders."""',
    classes: [...new Set(sampleOperations.map((operation) => operation.className))].map((name) => ({
      name,
      docstring: '"""Orders."""',
      markers: [],
    })),
  });
  await db.testFile.createMany({
    data: [
      ...[...paths].map((path) => ({ generationId, path, kind: 'test', content: '', head: head(path) })),
      {
        generationId,
        path: 'api_client.py',
        kind: 'support',
        content: 'def describe(response):\n    return ""\n',
      },
      { generationId, path: 'pytest.ini', kind: 'support', content: '[pytest]\n' },
    ],
  });
}

function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
