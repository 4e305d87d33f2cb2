import { expect, it } from 'vitest';

import { sortEndpoints, sortQueue } from './queue-order';

import type { Counts, QueueApi, QueueEndpoint } from '#lib/features/reviews/contract';

const counts = (pending: number): Counts => ({ total: 5, pending, approved: 5 - pending, rejected: 0 });

function api(name: string, pending?: number, breakingEndpoints = 0): QueueApi {
  const gates = { syntax: 'passed', lint: 'passed', compile: 'passed', collect: 'passed' } as const;
  const generation = {
    id: name,
    number: 1,
    state: 'ready',
    specLabel: '1',
    createdAt: '',
    counts: counts(pending ?? 0),
    gates,
    endpoints: [],
    changedEndpoints: 0,
    breakingEndpoints,
  } as const;
  return {
    id: name,
    slug: name,
    name,
    ...(pending === undefined ? {} : { generation: { ...generation, endpoints: [] } }),
  };
}

it('shows what is broken and undecided first, what has no tests last', () => {
  const queue = [api('none'), api('done', 0, 2), api('zebra', 3), api('open', 2), api('breaking', 1, 1)];
  expect(sortQueue(queue).map((entry) => entry.name)).toEqual(['breaking', 'open', 'zebra', 'done', 'none']);
});

it('shows endpoints by urgency, undecided before decided', () => {
  const endpoint = (path: string, more: Partial<QueueEndpoint>): QueueEndpoint => ({
    operationId: path,
    method: 'get',
    path,
    change: 'unchanged',
    breaking: false,
    counts: counts(1),
    ...more,
  });
  const sorted = sortEndpoints([
    endpoint('/done', { counts: counts(0) }),
    endpoint('/same', {}),
    endpoint('/new', { change: 'added' }),
    endpoint('/breaking', { breaking: true, counts: counts(0) }),
  ]);
  expect(sorted.map((entry) => entry.path)).toEqual(['/breaking', '/new', '/same', '/done']);
});
