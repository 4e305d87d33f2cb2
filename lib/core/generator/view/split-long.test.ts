import { describe, expect, it } from 'vitest';

import { apiWith, generateFrom, jsonBody } from '../../../testing/generate';

import { mostLines } from './split-long';

const operation = (properties: object, more: object = {}) =>
  apiWith({
    '/notes': {
      post: {
        operationId: 'createNote',
        requestBody: jsonBody({ type: 'object', properties }, more),
        responses: { 201: { description: 'made' }, 422: { description: 'refused' } },
      },
    },
  });

const linesOf = (code: string): number => code.split('\n').length;

describe('long families', () => {
  it('become tests of at most 40 lines, cut between members, and lose no row', async () => {
    const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa'];
    const limits = { type: 'integer', minimum: 1, maximum: 50 };
    const properties = Object.fromEntries(names.map((name) => [name, limits]));
    const suite = await generateFrom(operation(properties), { budget: 1000 });
    const edges = suite.cases.filter(({ rule }) => rule === 'accept-boundary');
    expect(edges.length).toBeGreaterThan(1);
    expect(Math.max(...suite.cases.map(({ code }) => linesOf(code)))).toBeLessThanOrEqual(mostLines);
    for (const name of names) expect(edges.filter(({ code }) => code.includes(`"${name}"`))).toHaveLength(1);
    expect(edges[0]?.name).toBe('test_create_note_accepts_each_member_at_its_limits_alpha_to_eta');
    expect(new Set(suite.cases.map(({ key }) => key)).size).toBe(suite.cases.length);
  });

  it('of one member are cut as well', async () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    const suite = await generateFrom(operation({ kind: { enum: words } }), { budget: 1000 });
    const edges = suite.cases.filter(({ rule }) => rule === 'accept-boundary');
    expect(edges.length).toBeGreaterThan(1);
    expect(Math.max(...edges.map(({ code }) => linesOf(code)))).toBeLessThanOrEqual(mostLines);
  });

  it('leave out what no person would read, and say so', async () => {
    const words = Array.from({ length: 60 }, (_, index) => `an entry of the list with the number ${index}`);
    const list = { type: 'array', items: { type: 'string' } };
    const suite = await generateFrom(operation({ list }, { examples: { long: { value: { list: words } } } }));
    expect(Math.max(...suite.cases.map(({ code }) => linesOf(code)))).toBeLessThanOrEqual(mostLines);
    expect(suite.gaps.some(({ reason }) => reason.startsWith('longer than the 40 lines'))).toBe(true);
  });
});
