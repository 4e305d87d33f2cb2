import { z } from 'zod';

import { categories } from './suite';

const statusAdvice = 'Give status codes from 400 to 499.';

/** What a team can choose about its generated tests; the defaults suit most services. */
export const generationSettings = z.object({
  categories: z.array(z.enum(categories)).default(['crud', 'validation', 'error']),
  /** Same seed, document and settings: same bytes. */
  seed: z.string().min(1, 'Enter a seed.').max(100).default('ai-test-gen'),
  /** Which documented statuses answer an invalid request. */
  invalidStatuses: z
    .array(z.number({ error: statusAdvice }).int(statusAdvice).min(400, statusAdvice).max(499, statusAdvice))
    .min(1, 'Name at least one status.')
    .default([400, 422]),
  /** Whether string formats are asserted in negative tests. */
  assertFormats: z.boolean().default(true),
  excludedOperations: z.array(z.string()).default([]),
  excludedTags: z.array(z.string()).default([]),
});

export type GenerationSettings = z.infer<typeof generationSettings>;
