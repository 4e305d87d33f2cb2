import { describe, expect, it } from 'vitest';

import { judge } from './judge';
import type { StandingCase } from './judge';

const standing: StandingCase = {
  state: 'pending',
  revision: 3,
  contentHash: 'a',
  decidedBy: null,
  supersededBy: undefined,
};
const seen = { revision: 3, contentHash: 'a' };
const approve = { verdict: 'approve', pendingOnly: false } as const;

describe('judge', () => {
  it.each<[string, Partial<StandingCase>, Partial<typeof seen>, boolean, string]>([
    ['decides what is as it was seen', {}, {}, false, 'decide'],
    ['turns a rejection when asked for this case', { state: 'rejected' }, {}, false, 'decide'],
    ['leaves a rejection alone in a container', { state: 'rejected' }, {}, true, 'skip'],
    ['skips what is so already', { state: 'approved' }, {}, false, 'skip'],
    ['skips what another brought to the same state', { state: 'approved', revision: 4 }, {}, false, 'skip'],
    ['meets another decision', { state: 'rejected', revision: 4 }, {}, false, 'conflict'],
    ['reports another decision in a container too', { state: 'rejected', revision: 4 }, {}, true, 'conflict'],
    ['meets other content', {}, { contentHash: 'b' }, false, 'conflict'],
    ['meets a newer generation', { supersededBy: 7 }, {}, false, 'conflict'],
  ])('%s', (_, change, sight, pendingOnly, kind) => {
    const request = { ...approve, pendingOnly };
    expect(judge({ ...standing, ...change }, { ...seen, ...sight }, request).kind).toBe(kind);
  });

  it.each<[Partial<StandingCase>, RegExp]>([
    [{ supersededBy: 7 }, /Generation 7/],
    [{ state: 'rejected', decidedBy: 'Mei', revision: 4 }, /Mei has rejected it/],
    [{ state: 'rejected', revision: 4 }, /already rejected/],
    [{ revision: 5 }, /opened again/],
  ])('says what happened: %o', (change, message) => {
    const result = judge({ ...standing, ...change }, seen, approve);
    expect(result.kind === 'conflict' && result.message).toMatch(message);
  });
});
