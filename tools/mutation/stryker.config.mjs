// What the mutation tester changes and how it asks the tests. The whole domain is the measure; a room can be asked for alone (run.mjs).

export default {
  // TypeScript 7 no longer has the interface by which the tester would rewrite tsconfig.json; ours needs no rewriting.
  tsconfigFile: 'none',
  packageManager: 'npm',
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: ['src/domain/**/*.ts', '!src/domain/**/*.test.ts'],
  vitest: { configFile: 'tools/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['/build*', '/coverage', '/bench', '/docs', '/bin', '/tools/mutation/node_modules'],
  tempDirName: 'build.mutation',
  timeoutMS: 20_000,
  concurrency: 2,
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
  jsonReporter: { fileName: 'coverage/mutation.json' },
};
