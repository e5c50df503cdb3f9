// How the mutation tester asks the tests; what it changes is said by run.mjs.

export default {
  // TypeScript 7 no longer has the interface by which the tester would rewrite tsconfig.json; ours needs no rewriting.
  tsconfigFile: 'none',
  packageManager: 'npm',
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tools/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  ignorePatterns: ['/build*', '/coverage', '/bench', '/docs', '/bin', '/tools/mutation/node_modules'],
  tempDirName: 'build.mutation',
  timeoutMS: 20_000,
  concurrency: 2,
  allowEmpty: false,
  thresholds: { high: 95, low: 85, break: null },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
};
