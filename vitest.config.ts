import { defineConfig } from 'vitest/config';

const common = { testTimeout: 60_000, hookTimeout: 60_000 };
const suites = 'lib/testing/suites/**/*.test.ts';

export default defineConfig({
  test: {
    // Much of a test is waiting for a process or the disk, so every core has a worker.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: [suites],
        },
      },
      {
        test: {
          ...common,
          name: 'suites',
          include: [suites],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // Faulty servers are tried two at a time.
          maxConcurrency: 2,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.ts'],
      exclude: ['lib/platform/db/generated/**', 'lib/testing/**', '**/*.test.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90 },
    },
  },
});
