import { describe, expect, test } from 'vitest';

import { joinFileName } from './file-names';
import { readDocument } from './read-document';

/** Reads a document of several files; the entry is the first one. */
async function read(files: Record<string, string>, name = Object.keys(files)[0] ?? '') {
  const asked: string[] = [];
  const load = async (file: string) => {
    asked.push(file);
    const text = Object.hasOwn(files, file) ? files[file] : undefined;
    if (text === undefined) throw new Error('no such file');
    return text;
  };
  const found = await readDocument({ name, text: files[name] ?? '', load, validate: false });
  const problems = found.model.diagnostics.map(({ code, source, line, message }) => ({
    code,
    ...source,
    line,
    message,
  }));
  return { ...found, asked, problems };
}

const entry = (schema: string) => `openapi: 3.1.0
info: { title: A, version: '1' }
paths:
  /a:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: ${schema} } } }
`;

const schemaOf = (model: Awaited<ReturnType<typeof read>>['model']) =>
  model.operations[0]?.responses[0]?.content[0]?.schema;

describe('a reference', () => {
  test.each([
    [
      'to a place in a path',
      '{ oneOf: [{ $ref: "#/x/list/0" }, { $ref: "#/x/list/1/properties/a" }] }',
      'x: { list: [{ type: string }, { properties: { a: { type: boolean } } }] }',
      ['0', 'a'],
    ],
    [
      'with Java generics, percent-encoded',
      '{ $ref: "#/x/Page%C2%ABUser%2CMap%3CString%3E%C2%BB" }',
      'x: { "Page«User,Map<String>»": {} }',
      ['Page_User_Map_String'],
    ],
    ['to a name that holds a percent sign', '{ $ref: "#/x/a%3Cb" }', 'x: { "a%3Cb": {} }', ['a_3Cb']],
    ['with a slash in the name', '{ $ref: "#/x/a~1b" }', 'x: { a/b: {} }', ['a_b']],
    ['to Chinese names', '{ $ref: "#/x/用户" }', 'x: { 用户: {} }', ['用户']],
    [
      'to the same last name twice',
      '{ oneOf: [{ $ref: "#/x/a/S" }, { $ref: "#/x/b/S" }] }',
      'x: { a: { S: {} }, b: { S: {} } }',
      ['S', 'S_2'],
    ],
    ['to an anchor', '{ $ref: "#here" }', 'x: { y: { $anchor: here } }', ['y']],
    ['to an $id', '{ $ref: "https://a.io/pet" }', 'x: { pet: { $id: "https://a.io/pet" } }', ['pet']],
    [
      'to a relative $id within another one',
      '{ $ref: "#/x/root" }',
      'x: { root: { $id: "https://a.io/s/root", $ref: "pet" }, pet: { $id: "https://a.io/s/pet" } }',
      ['pet', 'root'],
    ],
    [
      'to a place within the nearest $id',
      '{ $ref: "#/x/root/properties/a" }',
      'x: { root: { $id: "https://a.io/r", $defs: { own: {} }, properties: { a: { $ref: "#/$defs/own" } } } }',
      ['a', 'own'],
    ],
    [
      'past an $id that a place does not stand in',
      '{ $ref: "#/x/root" }',
      'x: { root: { $id: "https://a.io/r", $ref: "#/x/other" }, other: {} }',
      ['other', 'root'],
    ],
    [
      'to the same anchor in two schemas',
      '{ oneOf: [{ $ref: "https://a.io/1#n" }, { $ref: "https://a.io/2#n" }] }',
      'x: [{ $id: "https://a.io/1", y: { one: { $anchor: n } } }, { $id: "https://a.io/2", y: { two: { $anchor: n } } }]',
      ['one', 'two'],
    ],
    ['to $defs', '{ $ref: "#/x/$defs/a" }', 'x: { $defs: { a: {} } }', ['a']],
    ['to definitions', '{ $ref: "#/x/definitions/a" }', 'x: { definitions: { a: {} } }', ['a']],
    [
      'by the name that the document gives itself',
      '{ $ref: "https://a.io/api.yaml#/x" }',
      '$self: https://a.io/api.yaml\nx: {}',
      ['x'],
    ],
    ['by $dynamicRef', '{ $dynamicRef: "#node" }', 'x: { y: { $dynamicAnchor: node } }', ['y']],
    ['to something without a usable name', '{ $ref: "#/x/<>" }', 'x: { "<>": {} }', ['schema']],
    [
      'through another reference',
      '{ $ref: "#/x/a/properties/p" }',
      'x: { a: { $ref: "#/x/b" }, b: { properties: { p: {} } } }',
      ['p'],
    ],
  ])('%s', async (_, schema, rest, ids) => {
    const { model, problems } = await read({ 'a.yaml': `${entry(schema)}${rest}\n` });
    expect(model.schemas.reach(schemaOf(model) ?? true)).toEqual(ids);
    for (const id of ids) expect(model.schemas.get(id)).toBeDefined();
    expect(problems).toEqual([]);
  });

  test.each([
    ['#/x/none', 'there is nothing at that place'],
    ['#none', 'there is nothing at that place'],
    ['none.yaml#/a', 'none.yaml cannot be read (no such file)'],
    ['bad.yaml', 'bad.yaml cannot be read (line 1: Not readable as YAML'],
  ])('that leads nowhere (%s) is reported with its line', async ($ref, message) => {
    const { model, problems } = await read({ 'a.yaml': entry(`{ $ref: '${$ref}' }`), 'bad.yaml': '[' });
    expect(problems).toMatchObject([
      { code: 'unresolved-reference', line: 7, message: expect.stringContaining(message) },
    ]);
    const schema = schemaOf(model) ?? true;
    expect(schema).toMatchObject({ $ref: expect.stringMatching(/^#\/\$defs\/\w+/) });
    expect(model.schemas.resolve(schema)).toBe(schema);
    for (const id of model.schemas.reach(schema)) expect(model.schemas.get(id)).toBeUndefined();
  });

  test('to other things may not go round in circles', async () => {
    const { model, problems } = await read({
      'a.yaml': `${entry('{}')}  /b: { $ref: '#/paths/~1c' }\n  /c: { $ref: '#/paths/~1b' }\n`,
    });
    expect(model.operations).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'reference-cycle' }, { code: 'reference-cycle' }]);
  });
});

test('a document of many files: references to and fro, each file read once', async () => {
  const { model, source, asked, problems } = await read({
    'openapi.yaml': `${entry("{ $ref: 'schemas/Pet.yaml' }")}  /b: { $ref: 'paths/b.yaml' }
components: { schemas: { Owner: { type: string } } }
`,
    'schemas/Pet.yaml': `properties:
  owner: { $ref: '../openapi.yaml#/components/schemas/Owner' }
  mother: { $ref: './Pet.yaml' }
  tag: { $ref: '../common.json#/Tag' }
`,
    'paths/b.yaml': `get:
  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: ../schemas/Pet.yaml } } } } }
`,
    'common.json': '{ "Tag": { "type": "null" } }',
  });
  expect(problems).toEqual([]);
  expect(asked).toEqual(['schemas/Pet.yaml', 'paths/b.yaml', 'common.json']);
  expect(model.schemas.reach(schemaOf(model) ?? true)).toEqual(['Owner', 'Pet', 'Tag']);
  expect(model.operations[1]?.source).toEqual({ file: 'paths/b.yaml', pointer: '/get' });
  const pet = model.schemas.get('Pet') ?? true;
  expect(model.schemas.sourceOf(pet)).toEqual({ file: 'schemas/Pet.yaml', pointer: '' });
  expect(source.lines({ file: 'schemas/Pet.yaml', pointer: '/properties/mother' })).toEqual({
    line: 3,
    endLine: 3,
  });
});

test('a document that came alone says so', async () => {
  const { model } = await readDocument({
    name: 'a.yaml',
    text: entry("{ $ref: 'b.yaml' }"),
    validate: false,
  });
  expect(model.diagnostics[0]?.message).toContain('came alone');
});

test('repeated names are reported with their line', async () => {
  const { problems } = await read({ 'a.yaml': `${entry('{}')}x-a: 1\nx-a: 2\n` });
  expect(problems).toMatchObject([{ code: 'duplicate-key', line: 9 }]);
});

test('a habit is not reported a thousand times', async () => {
  const properties = Array.from({ length: 60 }, (_, index) => `p${index}: 5`).join(', ');
  const { problems } = await read({ 'a.yaml': entry(`{ properties: { ${properties} } }`) });
  expect(problems).toHaveLength(26);
  expect(problems.at(-1)?.message).toMatch(/^35 more of this kind/);
});

test.each([
  ['', 'a.yaml', 'a.yaml'],
  ['', './a/../b.yaml', 'b.yaml'],
  ['paths/a.yaml', '../b.yaml', 'b.yaml'],
  ['a.yaml', '../../b.yaml', '../../b.yaml'],
  ['../x/a.yaml', 'b.yaml', '../x/b.yaml'],
  ['a/b.yaml', '/etc/b.yaml', '/etc/b.yaml'],
  ['a.yaml', 'https://a.io/b.yaml', 'https://a.io/b.yaml'],
  ['https://a.io/x/b.yaml', '../c.yaml', 'https://a.io/c.yaml'],
])('from %j, %j is %j', (from, reference, name) => {
  expect(joinFileName(from, reference)).toBe(name);
});

test('a name that a schema gives itself is no file to read', async () => {
  const { asked, problems } = await read({
    'a.yaml': `${entry('{ $ref: "https://a.io/pet" }')}x: { $id: "https://a.io/pet" }\n`,
  });
  expect([asked, problems]).toEqual([[], []]);
});

test('a dynamic reference with several targets says so', async () => {
  const { problems } = await read({
    'a.yaml': `${entry('{ $dynamicRef: "#n" }')}x: [{ $dynamicAnchor: n }, { $dynamicAnchor: n }]\n`,
  });
  expect(problems).toMatchObject([{ code: 'dynamic-reference', line: 7 }]);
});

test.each([
  ['https://json-schema.org/draft/2020-12/schema', { $ref: '#/$defs/x', maxLength: 1 }, []],
  ['http://json-schema.org/draft-07/schema#', { $ref: '#/$defs/x' }, ['reference-siblings']],
  ['https://a.io/own', { $ref: '#/$defs/x', maxLength: 1 }, ['unknown-schema-dialect']],
])('with the schema dialect %s', async (dialect, schema, codes) => {
  const text = `${entry('{ $ref: "#/x", maxLength: 1 }')}x: {}\njsonSchemaDialect: ${dialect}\n`;
  const { model, problems } = await read({ 'a.yaml': text });
  expect([schemaOf(model), problems.map(({ code }) => code)]).toEqual([schema, codes]);
});
