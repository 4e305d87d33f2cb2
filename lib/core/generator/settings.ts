import { z } from 'zod';

import { categories } from './suite';

/** What a team can choose about its generated tests; the defaults suit most services. */
export const generationSettings = z.object({
  categories: z.array(z.enum(categories)).default(['crud', 'validation', 'error']),
  /** Same seed, document and settings: same bytes. */
  seed: z.string().min(1).max(100).default('ai-test-gen'),
  /** Which documented statuses answer an invalid request. */
  invalidStatuses: z.array(z.number().int().min(400).max(499)).min(1).default([400, 422]),
  /** Whether string formats are asserted in negative tests. */
  assertFormats: z.boolean().default(true),
  excludedOperations: z.array(z.string()).default([]),
  excludedTags: z.array(z.string()).default([]),
});

export type GenerationSettings = z.infer<typeof generationSettings>;
