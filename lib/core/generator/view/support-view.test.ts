import { expect, it } from 'vitest';

import { builtInTemplates, findingsOf } from '../../../testing/generate';

import { createRender } from './render';
import type { SupportView } from './support-view';

const views: SupportView[] = [false, true].flatMap((hasPerformance) =>
  [false, true].map((hasSecurity) => ({ hasPerformance, hasSecurity })),
);

it.each(views)('api_client.py needs no formatter: %o', async (view) => {
  const text = createRender(await builtInTemplates())('api_client.py', view);
  expect(findingsOf([{ path: 'api_client.py', text }])).toEqual([]);
});
