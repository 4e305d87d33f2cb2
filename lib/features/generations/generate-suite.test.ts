import { createHash } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { failGeneration } from './begin-generation';
import { buildSuite } from './build-suite';
import type { BuiltSuite, Progress, SuiteInput, SuiteWork } from './built-suite';
import { generateSuite } from './generate-suite';
import type { GenerationTools } from './generate-suite';

import { generateSuite as generate } from '#lib/core/generator/generate-suite';
import { generationSettings } from '#lib/core/generator/settings';
import { formatPython } from '#lib/platform/python/ruff';
import { loadTemplates } from '#lib/platform/templates/load-templates';
import { checkTypeScript } from '#lib/platform/typescript/check-typescript';
import { petsDocument } from '#lib/testing/apifox/pets';
import { contextFor, createUser } from '#lib/testing/factories';
import { openTestDatabase } from '#lib/testing/test-database';
import type { TestDatabase } from '#lib/testing/test-database';

const never = new AbortController().signal;

const builds = new Map<string, Promise<{ suite: BuiltSuite; steps: Progress[] }>>();

/** Builds for real, but the same input once for all tests: the gates start Python each time. */
const builtOnce: SuiteWork['buildSuite'] = async ({ folder, ...input }, { onProgress }) => {
  const key = JSON.stringify(input);
  const build = builds.get(key) ?? buildFully({ ...input, folder });
  builds.set(key, build);
  const { suite, steps } = await build;
  steps.forEach(onProgress);
  return suite;
};

async function buildFully(input: SuiteInput) {
  const templates = await loadTemplates();
  const steps: Progress[] = [];
  const suite = await buildSuite(
    (model, settings) => generate(model, settings, { formatPython, checkTypeScript, templates }),
    input,
    (progress) => steps.push(progress),
  );
  return { suite, steps };
}

describe('generateSuite', () => {
  let test: TestDatabase;
  let tools: GenerationTools;
  let apiId: string;
  beforeEach(async () => {
    test = await openTestDatabase();
    ({ id: apiId } = await test.db.api.create({ data: { slug: 'pets', name: 'Pets' } }));
    tools = {
      dataDir: test.directory,
      python: '/usr/bin/python3',
      templatesDir: undefined,
      work: { buildSuite: builtOnce },
    };
  });
  afterEach(() => test.close());

  async function queue(document: object, settings: object = {}): Promise<string> {
    const number = (await test.db.generation.count()) + 1;
    const { id: specVersionId } = await test.db.specVersion.create({
      data: {
        apiId,
        number,
        label: String(number),
        title: 'Pets',
        dialect: 'openapi-3.1',
        hash: String(number),
        text: JSON.stringify(document, null, 2),
        format: 'json',
        operationCount: 2,
        diagnostics: [],
        changes: [],
      },
    });
    const { id } = await test.db.generation.create({
      data: { apiId, specVersionId, number, settings: { ...generationSettings.parse({}), ...settings } },
    });
    return id;
  }
  const run = (id: string) => generateSuite(contextFor(test.db), tools, id, never);
  async function generated(document: object, settings?: object): Promise<string> {
    const id = await queue(document, settings);
    await run(id);
    return id;
  }
  const casesOf = (generationId: string) =>
    test.db.testCase.findMany({ where: { generationId }, orderBy: { position: 'asc' } });

  it('stores cases, operations, files and gates, and tells open pages', async () => {
    const id = await generated(petsDocument());
    const generation = await test.db.generation.findUniqueOrThrow({ where: { id } });
    expect(generation).toMatchObject({
      state: 'ready',
      error: null,
      gates: { syntax: 'passed', lint: 'passed', compile: 'passed', collect: 'passed' },
    });
    const cases = await casesOf(id);
    expect(cases.length).toBeGreaterThan(5);
    expect(new Set(cases.map(({ state, change, gate }) => `${state} ${change} ${gate}`))).toEqual(
      new Set(['pending new passed']),
    );
    const operations = await test.db.specOperation.findMany({ orderBy: { position: 'asc' } });
    expect(operations).toMatchObject([
      { method: 'post', path: '/pets', change: 'added', maintainer: '小明', tag: '宠物' },
      { method: 'get', path: '/pets/{petId}', change: 'added' },
    ]);
    const topics = await test.db.liveEvent.findMany({ orderBy: { id: 'asc' }, select: { topic: true } });
    expect(topics.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining(['generation.started', 'generation.progress', 'generation.ready']),
    );
  });

  it('knows where each case stands in its file and in the document', async () => {
    const id = await generated(petsDocument());
    const document = JSON.stringify(petsDocument(), null, 2).split('\n');
    const files = await test.db.testFile.findMany({ where: { generationId: id } });
    for (const each of await casesOf(id)) {
      const lines = files.find(({ path }) => path === each.filePath)?.content.split('\n') ?? [];
      expect(lines.slice(each.startLine - 1, each.endLine).join('\n')).toBe(each.code);
      expect(each.contentHash).toBe(createHash('sha256').update(each.code).digest('hex'));
      expect(each.sources).not.toEqual([]);
      for (const source of Array.isArray(each.sources) ? each.sources : []) {
        expect(source).toMatchObject({ file: '', line: expect.any(Number), endLine: expect.any(Number) });
      }
    }
    const excerpt = (await test.db.specOperation.findFirstOrThrow({ orderBy: { position: 'asc' } })).excerpts;
    const first: unknown = Array.isArray(excerpt) ? excerpt[0] : undefined;
    expect(first).toMatchObject({ startLine: document.findIndex((line) => line.includes('"post"')) + 1 });
  });

  it('writes the folder, replaced as a whole', async () => {
    await generated(petsDocument());
    const folder = join(test.directory, 'generated', 'pets');
    const before = await readdir(folder);
    expect(before).toEqual(expect.arrayContaining(['conftest.py', 'pytest.ini', 'coverage.json']));
    const id = await generated(petsDocument({ maxLength: 7 }));
    for (const { path, content } of await test.db.testFile.findMany({ where: { generationId: id } })) {
      expect(await readFile(join(folder, path), 'utf8')).toBe(content);
    }
    expect(await readdir(join(test.directory, 'generated'))).toEqual(['pets']);
    expect(await readdir(join(test.directory, 'scratch'))).toEqual([]);
  });

  it('carries over decisions on the same content and asks again for what changed', async () => {
    const user = await createUser(test.db, { name: 'Ada' });
    const before = await generated(petsDocument());
    const [approved, rejected, ...others] = await casesOf(before);
    const boundary = others.find(({ code }) => code.includes('maxLength') || code.includes('40'));
    const decided = { decidedAt: new Date(), decidedById: user.id, decidedBy: 'Ada' };
    await test.db.testCase.updateMany({
      where: { id: { in: [approved?.id ?? '', boundary?.id ?? ''] } },
      data: { ...decided, state: 'approved' },
    });
    await test.db.testCase.update({
      where: { id: rejected?.id ?? '' },
      data: { ...decided, state: 'rejected', rejectReason: 'bad-data', rejectNote: 'too odd' },
    });
    const document = petsDocument({ maxLength: 39 });
    const after = new Map((await casesOf(await generated(document))).map((each) => [each.key, each]));
    const same = [...after.values()].filter(({ change }) => change === 'unchanged');
    const kept = [approved, rejected, boundary].filter(
      (each) => each !== undefined && after.get(each.key)?.contentHash === each.contentHash,
    );
    expect(same.length).toBeGreaterThan(0);
    for (const each of [approved, rejected, boundary]) {
      const now = after.get(each?.key ?? '');
      if (each === undefined || now === undefined) continue;
      const unchanged = now.contentHash === each.contentHash;
      const earlier = await test.db.testCase.findUniqueOrThrow({ where: { id: each.id } });
      expect(now).toMatchObject(
        unchanged
          ? {
              change: 'unchanged',
              state: earlier.state,
              decidedBy: 'Ada',
              rejectReason: earlier.rejectReason,
            }
          : { change: 'changed', state: 'pending', decidedBy: null, rejectReason: null },
      );
    }
    const decisions = await test.db.decision.findMany();
    expect(decisions).toHaveLength(kept.length);
    expect(decisions.every(({ carriedOver, actorName }) => carriedOver && actorName === 'Ada')).toBe(true);
  });

  it('tells what changed in the operations since the generation before', async () => {
    await generated(petsDocument());
    const skipped = await queue(petsDocument({ maxLength: 30 }));
    await test.db.generation.update({ where: { id: skipped }, data: { state: 'superseded' } });
    const id = await generated(petsDocument({ maxLength: 30, version: '3' }));
    const operations = await test.db.specOperation.findMany({
      where: { generationId: id },
      orderBy: { position: 'asc' },
    });
    // The version in between was never reviewed: its change is still news.
    expect(operations).toMatchObject([{ change: 'changed', breaking: true }, { change: 'changed' }]);
    expect(operations[0]?.changes).not.toEqual([]);
  });

  it('takes the place of the generation before only once it is ready', async () => {
    const old = await generated(petsDocument());
    const next = await queue(petsDocument({ maxLength: 30 }));
    const states = async () =>
      (await test.db.generation.findMany({ orderBy: { number: 'asc' } })).map(({ state }) => state);
    expect(await states()).toEqual(['ready', 'queued']);
    await run(next);
    expect(await states()).toEqual(['superseded', 'ready']);
    await run(old);
    expect(await states()).toEqual(['superseded', 'ready']);
  });

  it('does nothing twice, and brings a lost folder back', async () => {
    const id = await generated(petsDocument());
    const count = await test.db.testCase.count();
    const folder = join(test.directory, 'generated', 'pets');
    await rm(folder, { recursive: true });
    await run(id);
    expect(await readdir(folder)).toContain('conftest.py');
    expect(await test.db.testCase.count()).toBe(count);
    expect(await test.db.auditEntry.count({ where: { action: 'generation.ready' } })).toBe(1);
  });

  it('leaves alone what was superseded, before or while it ran', async () => {
    const before = await queue(petsDocument());
    await test.db.generation.update({ where: { id: before }, data: { state: 'superseded' } });
    await run(before);
    const during = await queue(petsDocument());
    tools.work.buildSuite = async (input, options) => {
      const suite = await builtOnce(input, options);
      await test.db.generation.update({ where: { id: during }, data: { state: 'superseded' } });
      return suite;
    };
    await run(during);
    await run('unknown');
    expect(await test.db.testCase.count()).toBe(0);
    expect(await readdir(test.directory)).not.toContain('generated');
  });

  it('does not bring back the folder of an old generation', async () => {
    const old = await generated(petsDocument());
    const current = await generated(petsDocument({ maxLength: 7 }));
    await run(old);
    const report = await test.db.testFile.findFirstOrThrow({
      where: { generationId: current, path: 'README.md' },
    });
    const folder = join(test.directory, 'generated', 'pets');
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe(report.content);
  });

  it('keeps the cause of a failure, and can be tried again', async () => {
    const id = await queue({ openapi: '3.1.0' });
    await expect(run(id)).rejects.toMatchObject({ code: 'invalid_document' });
    await failGeneration(contextFor(test.db), id, 'no paths');
    expect(await test.db.generation.findUnique({ where: { id } })).toMatchObject({
      state: 'failed',
      error: 'no paths',
    });
    await failGeneration(contextFor(test.db), id, 'again');
    await expect(run(id)).rejects.toMatchObject({ code: 'invalid_document' });
    expect(await test.db.generation.findUnique({ where: { id } })).toMatchObject({ state: 'running' });
  });
});
