import { readFile } from 'node:fs/promises';

import { beforeAll, describe, expect, it } from 'vitest';

import { findingsOf, generateFrom } from '../../testing/generate';

import { assembleFile } from './assemble-file';
import type { GeneratedSuite } from './suite';

const golden = (name: string): URL => new URL(`golden/${name}`, import.meta.url);
const fileOf = (suite: GeneratedSuite, path: string): string =>
  suite.files.find((file) => file.path === path)?.text ?? '';

describe('generateSuite', () => {
  let document: string;
  let suite: GeneratedSuite;
  beforeAll(async () => {
    document = await readFile(golden('notes.openapi.yaml'), 'utf8');
    suite = await generateFrom(document);
  });

  it('writes tests as a senior tester would', async () => {
    await expect(fileOf(suite, 'test_note_crud.py')).toMatchFileSnapshot('golden/test_note_crud.py.txt');
  });

  it('lays a suite out as the test catalogue says', () => {
    expect(suite.files.map((file) => file.path)).toEqual([
      'README.md',
      'api_client.py',
      'conftest.py',
      'coverage.json',
      'pytest.ini',
      'requirements.txt',
      'ruff.toml',
      'schemas/components.json',
      'schemas/create_note_201.json',
      'schemas/get_note_200.json',
      'test_note_auth.py',
      'test_note_crud.py',
      'test_note_errors.py',
      'test_note_performance.py',
    ]);
    expect(suite).toMatchObject({ slug: 'notes_api', title: 'Notes API', version: '1.0.0', operations: 3 });
  });

  it('gives the same bytes again', async () => {
    expect(JSON.stringify(await generateFrom(document))).toBe(JSON.stringify(suite));
  });

  it('writes Python that the linter and the formatter leave alone', () => {
    expect(findingsOf(suite.files)).toEqual([]);
  });

  it('keeps what a fixture creates for one test, and removes it', () => {
    const conftest = fileOf(suite, 'conftest.py');
    expect(conftest).toContain('call.delete_created("/notes/{noteId}", "noteId", ["id"])');
    expect(conftest).toContain('def note(create_note):');
    expect(conftest).toContain('path={"noteId": note["id"]}');
  });

  it('assembles a clean file from any part of its cases', () => {
    for (const head of suite.heads) {
      const own = suite.cases.filter((each) => each.file === head.path);
      expect(assembleFile(head, own.toSorted(byFile(fileOf(suite, head.path)))).text).toBe(
        fileOf(suite, head.path),
      );
      for (const each of own) {
        const { text, spans } = assembleFile(head, [each]);
        expect(findingsOf([{ path: head.path, text }])).toEqual([]);
        const [span] = spans;
        const lines = text.split('\n').slice((span?.startLine ?? 0) - 1, span?.endLine);
        expect(lines.join('\n')).toBe(each.code);
      }
    }
  });

  it('marks lines of the code with real places of the document', async () => {
    const pointers = new Set<string>();
    for (const each of suite.cases) {
      const lines = each.code.split('\n').length;
      for (const { line, endLine, sources } of each.marks) {
        expect(line).toBeGreaterThan(0);
        expect(endLine).toBeLessThanOrEqual(lines);
        for (const source of sources) pointers.add(source.pointer);
      }
      for (const source of each.sources) pointers.add(source.pointer);
    }
    const { load } = await import('js-yaml');
    const root = load(document);
    for (const pointer of pointers) expect(lookUp(root, pointer), pointer).toBeDefined();
  });

  it('has one key and one name for each case, and lists operations in document order by risk', () => {
    const keys = suite.cases.map((each) => each.key);
    expect(new Set(keys).size).toBe(keys.length);
    const names = suite.cases.map((each) => `${each.file} ${each.name}`);
    expect(new Set(names).size).toBe(names.length);
    const order = suite.cases.map((each) =>
      ['createNote', 'getNote', 'deleteNote'].indexOf(each.operation.id),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('says in the report what has a test and what has none', () => {
    const report: unknown = JSON.parse(fileOf(suite, 'coverage.json'));
    expect(report).toMatchObject({ generator: 'ai-test-gen', operations: 3, cases: suite.cases.length });
    expect(fileOf(suite, 'README.md')).toContain('`API_TOKEN`');
  });
});

describe('the sample document', () => {
  it('gets its life cycles, refusals and edges, in clean files', async () => {
    const sample = new URL('../../../public/sample/shop.openapi.yaml', import.meta.url);
    const suite = await generateFrom(await readFile(sample, 'utf8'));
    expect(findingsOf(suite.files)).toEqual([]);
    const rules = new Set(suite.cases.map((each) => each.rule));
    for (const rule of [
      'created-is-shown',
      'created-is-listed',
      'changed-is-shown',
      'deleted-is-gone',
      'duplicate',
    ]) {
      expect(rules, rule).toContain(rule);
    }
    expect(Math.max(...suite.cases.map((each) => each.key.length))).toBeLessThan(300);
  });
});

function byFile(text: string): (a: { name: string }, b: { name: string }) => number {
  const at = (name: string): number => text.indexOf(`def ${name}(`);
  return (a, b) => at(a.name) - at(b.name);
}

function lookUp(root: unknown, pointer: string): unknown {
  let at = root;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    at = typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined;
  }
  return at;
}
