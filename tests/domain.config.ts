// The domain alone: its own tests and the contracts, without a database. `npm run coverage` fails unless they run every line of it.

import { defineConfig } from 'vitest/config';

process.env.TZ = 'UTC';

export default defineConfig({
  test: {
    include: [
      'src/domain/**/*.test.ts',
      'tests/golden/**/*.test.ts',
      'tests/numbers/**/*.test.ts',
      'tests/edition/rubric-file.test.ts',
      'src/cli/rank.test.ts',
    ],
    testTimeout: 30_000,
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/domain/**/*.ts'],
      exclude: ['src/domain/**/*.test.ts'],
      reporter: ['text'],
      thresholds: { lines: 100 },
      reportsDirectory: 'coverage',
    },
  },
});
