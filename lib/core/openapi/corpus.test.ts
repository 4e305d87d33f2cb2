import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';

import { AppError } from '../errors';
import type { Json } from '../json';
import { diffModels } from '../spec-diff/diff-models';

import { excerpts } from './excerpts';
import type { ApiModel } from './model';
import { append } from './pointer';
import { readDocument } from './read-document';
import type { SourceMap } from './source-map';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const packages = ['@readme/oas-examples', '@figma/rest-api-spec', '@netlify/open-api', '@scalar/galaxy'];
const shared = resolve(project, '../shared/specs');

/** Documents below a folder: the files that name a version. */
function documentsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|ya?ml)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => /^\s*["']?(openapi|swagger)["']?\s*:/m.test(readFileSync(path, 'utf8')));
}

async function read(path: string, validate: boolean) {
  const text = readFileSync(path, 'utf8');
  const load = async (name: string) => readFileSync(join(dirname(path), name), 'utf8');
  try {
    return await readDocument({ name: path, text, load, validate });
  } catch (cause) {
    // Some describe webhooks only.
    if (cause instanceof AppError && cause.message.includes('no operations')) return undefined;
    throw cause;
  }
}

/** Some member names of each file, and the lines that are said to hold them. */
function* samples(source: SourceMap): Generator<{ name: string; shown: string; pointer: string }> {
  for (const file of source.files()) {
    const lines = (source.text(file) ?? '').split('\n');
    const stack: [string, Json][] = [['', source.value(file) ?? null]];
    for (let visited = 0; stack.length > 0; visited++) {
      const [pointer, value] = stack.pop() ?? ['', null];
      if (typeof value !== 'object' || value === null) continue;
      for (const [name, member] of Object.entries(value)) {
        const inner = append(pointer, name);
        stack.push([inner, member]);
        if (Array.isArray(value) || visited % 23 !== 0) continue;
        const line = source.lines({ file, pointer: inner })?.line ?? 0;
        yield { name, shown: lines[line - 1] ?? '', pointer: inner };
      }
    }
  }
}

function allSources(model: ApiModel) {
  return model.operations.flatMap((operation) => [
    operation.source,
    ...operation.parameters.map(({ source }) => source),
    ...(operation.requestBody ? [operation.requestBody.source] : []),
    ...operation.responses.flatMap(({ source, headers, content }) => [
      source,
      ...[...headers, ...content].map((one) => one.source),
    ]),
  ]);
}

/** As a consumer would use them: self-contained schemas that an independent validator compiles. */
function compile(model: ApiModel): number {
  const roots = model.operations.flatMap(({ responses }) =>
    responses.flatMap(({ content }) => content.map(({ schema }) => schema)),
  );
  let compiled = 0;
  for (const schema of roots) {
    if (schema === undefined || compiled >= 3) continue;
    const ids = model.schemas.reach(schema);
    if (ids.length > 30) continue;
    const $defs = Object.fromEntries(ids.map((id) => [id, model.schemas.get(id) ?? true]));
    const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
    expect(ajv.compile({ $defs, allOf: [schema] })).toBeTypeOf('function');
    compiled++;
  }
  return compiled;
}

async function check(path: string): Promise<void> {
  // The validator builds its rules anew for each document: a sample of documents is enough for it here.
  const first = await read(path, path.length % 5 === 0);
  const again = await read(path, false);
  if (!first || !again) return expect(first).toEqual(again);
  const { model, source } = first;
  expect(model.operations.length).toBeGreaterThan(0);
  expect(JSON.stringify(again.model.operations)).toBe(JSON.stringify(model.operations));
  const byReader = model.diagnostics.filter(
    ({ code }) => code !== 'invalid-document' && code !== 'not-validated',
  );
  expect(again.model.diagnostics).toEqual(byReader);
  expect(model.diagnostics.filter(({ code }) => code === 'unresolved-reference')).toEqual([]);
  expect(new Set(model.operations.map(({ id }) => id)).size).toBe(model.operations.length);

  const wrong = [...samples(source)].filter(
    ({ name, shown }) => !shown.includes(JSON.stringify(name).slice(1, -1)),
  );
  expect(wrong).toEqual([]);
  for (const ref of allSources(model)) expect(source.lines(ref)).toBeDefined();

  const diff = diffModels(model, again.model);
  expect([diff.operations, diff.document]).toEqual([[], []]);
  for (const operation of model.operations.slice(0, 20)) {
    const { sections } = excerpts(model, source, operation);
    expect(sections[0]).toMatchObject({ file: operation.source.file, pointer: operation.source.pointer });
  }
  compile(model);
}

describe.each(packages)('%s', (name) => {
  const folder = join(project, 'node_modules', name);
  const documents = documentsBelow(folder);

  test('holds documents', () => expect(documents.length).toBeGreaterThan(0));

  test.each(documents.map((path) => [relative(folder, path), path]))('%s', async (_, path) => check(path));
});

describe.skipIf(!existsSync(shared))(
  'documents in ../shared/specs (skipped where the folder is missing)',
  () => {
    const documents = existsSync(shared) ? documentsBelow(shared) : [];

    test.each(documents.map((path) => [relative(shared, path), path]))('%s', async (_, path) => check(path));
  },
);
