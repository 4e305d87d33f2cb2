import { describe, expect, it } from 'vitest';

import { apiWith, generateFrom, jsonBody, planFrom } from '../../../testing/generate';

import type { TestCase } from './case';

const responses = { 200: { description: 'ok' }, 400: { description: 'bad' } };

function notes(count: number): object {
  const texts = Array.from({ length: count }, (_, index) => [
    `m${index}`,
    { type: 'string', maxLength: 5 + index },
  ]);
  const properties = { ...Object.fromEntries(texts), n: { type: 'integer', multipleOf: 3 } };
  const schema = { type: 'object', required: ['m0', 'n'], properties };
  return apiWith({ '/notes': { post: { requestBody: jsonBody(schema), responses } } });
}

async function refusalsOf(document: object, settings: object = {}): Promise<TestCase[]> {
  const plan = await planFrom(document, settings);
  const cases = plan.files.flatMap((file) => file.classes.flatMap((each) => each.cases));
  return cases.filter((each) => each.refusals !== undefined);
}

describe('what has no room for tests of its own', () => {
  it('stands apart while there is room', async () => {
    const cases = await refusalsOf(notes(9));
    expect(cases.filter((each) => each.rule === 'body-max-length')).toHaveLength(9);
  });

  it('becomes a row of a test that says which rule each row breaks', async () => {
    const cases = await refusalsOf(notes(45));
    const gathered = cases.filter((each) => each.rule === 'gathered-length');
    expect(gathered.flatMap((each) => each.rows.map((row) => row.id))).toContain('m7-longer-than-12');
    expect(gathered[0]?.title).toMatch(/^rejects texts of wrong length/);
    expect(gathered[0]?.fixtures).toContain('broken_rule');
    expect(JSON.stringify(gathered[0]?.steps.at(-1)?.call)).toContain('broken_rule');
    expect(cases.map((each) => each.rule)).toContain('body-multiple-of');
  });

  it('keeps one near miss of each rule, and null, where even that has no room', async () => {
    const document = notes(70);
    const rows = (await refusalsOf(document, { budget: 12 })).flatMap((each) =>
      each.rows.map((row) => row.id),
    );
    expect(rows).toContain('m3-of-wrong-type-integer');
    expect(rows).toContain('m3-of-wrong-type-null');
    expect(rows).not.toContain('m3-of-wrong-type-array');
    const { gaps } = await planFrom(document, { budget: 12 });
    expect(gaps.map(({ construct }) => construct)).toContain('rejects m3 of wrong type array');
  });

  it('is named by a fixture, in suites that need it', async () => {
    const conftest = async (document: object): Promise<string> =>
      (await generateFrom(document)).files.find(({ path }) => path === 'conftest.py')?.text ?? '';
    expect(await conftest(notes(45))).toContain('def broken_rule(request)');
    expect(await conftest(notes(3))).not.toContain('broken_rule');
  });
});
