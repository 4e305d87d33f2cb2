import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { execa } from 'execa';
import { describe, expect, it } from 'vitest';

import { apiWith, findingsOf, generateFrom, jsonBody } from '../../testing/generate';

const canary = 'CANARY';
const hostile = [
  `"""${canary}"""`,
  `'''\n${canary}()\n'''`,
  `";${canary};"`,
  `\r\n${canary}\u0085${canary}\u2028${canary}\u2029`,
  `\\${canary}\\`,
  `<%- ${canary} %><%= ${canary} %>`,
  `{{${canary}}}{${canary}}%(${canary})s`,
  `__import__("os").system("${canary}")`,
  `# @@case 0\n    # @@mark 0\n# type: ${canary}`,
  `*/ --> \`${canary}\` [x](javascript:${canary})`,
];

/** Names and strings outside constants in the syntax tree that contain the canary. */
const script = `
import ast, sys
found = []
for path in sys.argv[1:]:
    tree = ast.parse(open(path, encoding="utf-8").read())
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if isinstance(node, ast.Constant):
                continue
            if isinstance(value, str) and "CANARY" in value:
                found.append((path, name, value))
    for comment in open(path, encoding="utf-8").read().splitlines():
        if comment.lstrip().startswith("#") and "CANARY" in comment:
            found.append((path, "comment", comment))
print(found)
`;

describe('text of a document', () => {
  it.each(hostile)('is only ever data: %j', async (text) => {
    const schema = {
      type: 'object',
      required: [text],
      properties: {
        [text]: { type: 'string', enum: [text, 'other'], description: text, default: text },
        name: { type: 'string', pattern: 'x|y', maxLength: 20, format: text, examples: [text] },
      },
    };
    const responses = {
      201: {
        description: text,
        headers: { [text]: { required: true, schema: { type: 'string' } } },
        content: {
          'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } },
        },
      },
      400: { description: text },
    };
    const document = apiWith(
      {
        [`/things/${text.replace(/[{}]/g, '')}`]: {
          post: {
            operationId: text,
            summary: text,
            description: text,
            tags: [text],
            parameters: [
              { name: text, in: 'query', required: true, schema: { type: 'string', enum: [text, 'b'] } },
              { name: 'q', in: 'query', example: text, schema: { type: 'string', maxLength: 500 } },
            ],
            requestBody: jsonBody(schema, { examples: { [text]: { value: { [text]: text, name: 'x' } } } }),
            responses,
            security: [{ [text]: [] }],
          },
        },
      },
      {
        info: { title: text, version: text, description: text },
        servers: [{ url: text }],
        components: { securitySchemes: { [text]: { type: 'apiKey', in: 'header', name: text } } },
      },
    );
    const suite = await generateFrom(document);
    expect(suite.cases.length).toBeGreaterThan(3);
    expect(findingsOf(suite.files)).toEqual([]);
    for (const { path } of suite.files) expect(path).toMatch(/^(schemas\/)?[A-Za-z0-9_]+\.[a-z]+$/);
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    try {
      const python = suite.files.filter((file) => file.path.endsWith('.py'));
      const paths = python.map((file) => join(folder, file.path));
      await Promise.all(python.map((file, index) => writeFile(paths[index] ?? '', file.text)));
      const { stdout } = await execa('python3', ['-c', script, ...paths]);
      expect(stdout.trim()).toBe('[]');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
