import { describe, expect, it } from 'vitest';

import { readDocument } from '../openapi/read-document';

import { describeHttpApi } from './describe-http-api';

describe('describeHttpApi', () => {
  it('is a document that our own reader finds nothing wrong with', async () => {
    const text = JSON.stringify(describeHttpApi('https://tests.example.com'), null, 2);
    const { model } = await readDocument({ name: 'openapi.json', text });
    expect(model.diagnostics).toEqual([]);
    expect(model.servers).toEqual([expect.objectContaining({ url: 'https://tests.example.com' })]);
    expect(model.operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'post /api/webhook/apifox',
      'get /api/health/live',
      'get /api/health/ready',
    ]);
  });
});
