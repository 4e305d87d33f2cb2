import { expect, test } from 'vitest';

import { canonicalText } from './canonical-text';
import { readDocument } from './read-document';

const base = {
  openapi: '3.0.1',
  info: { title: 'A', version: '1' },
  paths: {
    '/a': {
      get: {
        'x-run-in-apifox': 'https://apifox.com/web/project/1/apis/api-7-run',
        responses: { '200': { description: 'ok' } },
      },
    },
  },
};

async function canonical(text: string): Promise<string> {
  return canonicalText((await readDocument({ name: 'a.json', text })).source);
}

test('layout, order of names and what the vendor varies do not count; content does', async () => {
  const text = await canonical(JSON.stringify(base));
  const { info, ...rest } = base;
  expect(await canonical(JSON.stringify({ ...rest, info }, null, 4))).toBe(text);
  expect(await canonical(JSON.stringify({ ...base, 'x-apifox-orders': ['b'] }))).toBe(text);
  expect(await canonical(JSON.stringify(base).replace('apifox.com/web', 'app.apifox.com/web'))).toBe(text);
  expect(await canonical(JSON.stringify(base).replace('api-7', 'api-8'))).not.toBe(text);
  expect(await canonical(JSON.stringify(base).replace('"ok"', '"fine"'))).not.toBe(text);
});
