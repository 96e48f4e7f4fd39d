/** One jest for every suite. Sources are ES modules in TypeScript; swc turns them into CommonJS for jest. */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/prepare.ts',
  globalTeardown: '<rootDir>/test/clean-up.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    // Every suite loads the SDK anew, and uses little of it.
    '/node_modules/((botbuilder|botframework)[\\w-]*/lib/.*|restify/lib/plugins/index)\\.js$':
      '<rootDir>/test/light-sdk.mjs',
    '^.+\\.m?[tj]sx?$': [
      '@swc/jest',
      { module: { type: 'commonjs' }, jsc: { target: 'es2024', parser: { syntax: 'typescript' } } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!((botbuilder|botframework)[\\w-]*|restify|adaptivecards|swiper|ssr-window|dom7|jose|oauth4webapi|@sparticuz|minisearch|cockatiel|modern-tar|@opentelemetry/otlp-exporter-base|@seriousme)/)',
  ],
  extensionsToTreatAsEsm: [],
  // Only what hangs takes as long: a machine that is slow or busy fails no test.
  testTimeout: 180_000,
  // On two cores: suites wait for processes and browsers about as long as they compute.
  maxWorkers: 3,
  // Each run draws a seed and prints it; `--seed` repeats it.
  showSeed: true,
  // The last screen of a failed run says what to look at; jest's own summary would repeat every message whole.
  reporters: [
    'default',
    ['summary', { summaryThreshold: Number.MAX_SAFE_INTEGER }],
    '<rootDir>/test/failed-tests-reporter.cjs',
  ],
};
