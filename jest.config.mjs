/**
 * Tests run on real PostgreSQL and real HTTP; `test/support/start-server.mjs` starts the database server. Node itself
 * loads the modules, and the hub's own, from the build, and the libraries' once for all files of a worker:
 * `test/support/native`.
 */
export default {
  testEnvironment: '<rootDir>/test/support/native/environment.mjs',
  runtime: '<rootDir>/test/support/native/runtime.mjs',
  testSequencer: '<rootDir>/test/support/native/sequencer.mjs',
  injectGlobals: false,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc()] },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/support/start-server.mjs',
  globalTeardown: '<rootDir>/test/support/stop-server.mjs',
  testTimeout: 60_000,
  // One more than the cores of a small machine: many tests wait for a browser, for a process or for time to pass.
  maxWorkers: 3,
};

function swc() {
  return {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  };
}
