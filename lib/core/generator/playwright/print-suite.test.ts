import { readFile } from 'node:fs/promises';

import { format } from 'prettier';
import { beforeAll, describe, expect, it } from 'vitest';

import { apiWith, generateFrom, jsonBody } from '../../../testing/generate';
import { checkTypeScript } from '../../../platform/typescript/check-typescript';
import { assembleFile } from '../assemble-file';
import type { GeneratedFile, GeneratedSuite } from '../suite';

const target = { target: 'playwright' };
const golden = (name: string): URL => new URL(`../golden/${name}`, import.meta.url);
const fileOf = (suite: GeneratedSuite, path: string): string =>
  suite.files.find((file) => file.path === path)?.text ?? '';

async function expectFormatted(files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, text } of files) {
    if (!/\.ts$|^(package|tsconfig)\.json$/.test(path)) continue;
    const options = { filepath: path, printWidth: 100, singleQuote: true };
    expect(text, path).toBe(await format(text, options));
  }
}

describe('a suite for Playwright', () => {
  let document: string;
  let suite: GeneratedSuite;
  beforeAll(async () => {
    document = await readFile(golden('notes.openapi.yaml'), 'utf8');
    suite = await generateFrom(document, target);
  });

  it('reads as a senior tester would write it', async () => {
    await expect(fileOf(suite, 'note-crud.spec.ts')).toMatchFileSnapshot('../golden/note-crud.spec.ts.txt');
  });

  it('has its tests, fixtures, schemas and support code', () => {
    const paths = suite.files.map((file) => file.path).filter((path) => !path.startsWith('support/'));
    expect(paths).toEqual([
      'README.md',
      'api-client.ts',
      'coverage.json',
      'fixtures.ts',
      'note-auth.spec.ts',
      'note-crud.spec.ts',
      'note-errors.spec.ts',
      'note-performance.spec.ts',
      'package.json',
      'playwright.config.ts',
      'schemas/components.json',
      'schemas/create_note_201.json',
      'schemas/get_note_200.json',
      'tsconfig.json',
    ]);
  });

  it('holds the cases of the Python suite, one for one', async () => {
    const python = await generateFrom(document);
    const identity = ({ key, title, rows, sources, risk }: GeneratedSuite['cases'][number]): unknown => ({
      key,
      title,
      rows,
      sources,
      risk,
    });
    expect(suite.cases.map(identity)).toEqual(python.cases.map(identity));
    expect(suite.gaps).toEqual(python.gaps);
  });

  it('gives the same bytes again', async () => {
    expect(JSON.stringify(await generateFrom(document, target))).toBe(JSON.stringify(suite));
  });

  it('is laid out as the formatter does', () => expectFormatted(suite.files));

  it('assembles a sound file from any part of its cases', () => {
    for (const head of suite.heads) {
      const own = suite.cases.filter((each) => each.file === head.path);
      for (const each of own) {
        const { text, spans } = assembleFile(head, [each]);
        expect(checkTypeScript(text)).toEqual([]);
        const [span] = spans;
        const lines = text.split('\n').slice((span?.startLine ?? 0) - 1, span?.endLine);
        expect(lines.join('\n')).toBe(each.code);
      }
    }
  });

  it('marks the lines of each row and statement', () => {
    for (const { code, marks } of suite.cases) {
      const lines = code.split('\n').length;
      expect(code).not.toContain('@@');
      for (const mark of marks) {
        expect(mark.line).toBeLessThanOrEqual(mark.endLine);
        expect(mark.endLine).toBeLessThanOrEqual(lines);
      }
      expect(marks.length).toBeGreaterThan(0);
    }
  });

  it('removes what a fixture creates', () => {
    const fixtures = fileOf(suite, 'fixtures.ts');
    expect(fixtures).toContain(`await call.deleteCreated('/notes/{noteId}', 'noteId', ['id']);`);
    expect(fixtures).toContain('note: async ({ createNote }, use) => {');
    expect(fixtures).toContain('path: { noteId: note.id }');
  });
});

const canary = `' + globalThis.canary() + \`\${globalThis.canary()}\` //\n*/ globalThis.canary(); "\u2028@@case 0`;

describe('text of a document', () => {
  it('is data in every place of a suite', async () => {
    const schema = {
      type: 'object',
      required: [canary, '__proto__'],
      properties: {
        [canary]: { type: 'string', enum: [canary, 'b'], description: canary },
        ['__proto__']: { type: 'string', maxLength: 10 },
        constructor: { type: 'string', pattern: '^[a-z]{3}$' },
      },
    };
    const operation = {
      operationId: canary,
      summary: canary,
      tags: [canary],
      parameters: [
        { name: canary, in: 'query', schema: { type: 'string', minLength: 2 } },
        { name: `id${canary.replace(/[{}/]/g, '')}`, in: 'header', schema: { type: 'string' } },
      ],
      requestBody: jsonBody(schema),
      responses: { '201': { description: canary, content: { 'application/json': { schema } } } },
      security: [{ [canary]: [] }],
    };
    const document = apiWith(
      {
        [`/x${canary.replace(/[{}\n]/g, '')}`]: {
          post: operation,
          get: { ...operation, requestBody: undefined, operationId: 'class' },
        },
      },
      {
        info: { title: canary, version: canary },
        components: { securitySchemes: { [canary]: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
      },
    );
    const suite = await generateFrom(document, {
      ...target,
      categories: ['crud', 'validation', 'error', 'auth', 'security'],
    });
    expect(suite.cases.length).toBeGreaterThan(10);
    for (const { path, text } of suite.files) {
      expect(path).toMatch(/^[A-Za-z0-9._/-]+$/);
      if (!path.endsWith('.ts')) continue;
      expect(checkTypeScript(text), path).toEqual([]);
      // Outside of literals and comments nothing of it is left.
      const code = text
        .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
        .replace(/^\s*\/\/.*$/gm, '');
      expect(code, path).not.toMatch(/canary\(|globalThis/);
    }
    await expectFormatted(suite.files);
  });
});
