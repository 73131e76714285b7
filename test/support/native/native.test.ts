import { describe, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { projectPath } from '../../../schema/contract/project.js';

const here = (file: string): string => new URL(`./${file}`, import.meta.url).href;

describe('of Jest a test file has', () => {
  test.each([
    'mock',
    'doMock',
    'setMock',
    'enableAutomock',
    'unstable_mockModule',
    'resetModules',
    'isolateModules',
    'isolateModulesAsync',
  ] as const)('nothing that is about modules, which Node loads: %s', (name) => {
    const call = jest[name] as () => unknown;

    expect(() => call()).toThrow('Node loads the modules');
  });

  test('all that is about functions and time', () => {
    const spied = jest.spyOn(Date, 'now').mockReturnValue(5);

    expect(Date.now()).toBe(5);
    spied.mockRestore();
  });

  test.each(['watch', 'watchAll'])('no runtime that would go on with stale modules: --%s', async (option) => {
    const { default: Runtime } = (await import(here('runtime.mjs'))) as Loaded;

    expect(() => new Runtime({}, {}, {}, {}, { [option]: true })).toThrow('watching');
  });
});

test('what the run has built is loaded from the build, and else from its sources', () => {
  const file = process.env['TEST_BUILD'] ? 'dist/schema/contract/project.js' : '/schema/contract/project.ts';

  expect(() => projectPath(0 as never)).toThrow(
    expect.objectContaining({ stack: expect.stringContaining(file) }),
  );
});

interface Loaded {
  readonly default: new (...parts: readonly object[]) => object;
}

/** What a file does between its beginning and its end, and what is left of it. */
const A_FILE = `
  const { default: Environment } = await import(process.argv[1]);
  const before = { folder: process.cwd(), limit: Error.stackTraceLimit };
  const environment = new Environment({ projectConfig: { fakeTimers: {} } });
  process.on('SIGHUP', function ofALibrary() {});
  environment.handleTestEvent({ name: 'run_start' });
  process.once('SIGHUP', function ofATest() {});
  process.on('exit', function atTheEnd() {});
  process.chdir('/');
  process.env.OF_A_TEST = 'x';
  Error.stackTraceLimit = 1;
  for (const name of ['RETRY_TIMES', 'RETRY_IMMEDIATELY', 'WAIT_BEFORE_RETRY', 'LOG_ERRORS_BEFORE_RETRY'])
    globalThis[Symbol.for(name)] = 3;
  await environment.teardown();
  console.log(JSON.stringify({
    isBack: process.cwd() === before.folder && Error.stackTraceLimit === before.limit,
    variable: process.env.OF_A_TEST ?? null,
    listeners: ['SIGHUP', 'exit'].map((name) => process.listeners(name).map((each) => each.name)),
    symbols: Object.getOwnPropertySymbols(globalThis).filter((each) => /RETRY/.test(each.description)).length,
  }));`;

test('what a file changes in the process of its worker is put back after it', () => {
  const command = ['--input-type=module', '-e', A_FILE, here('environment.mjs')];

  const left = execFileSync(process.execPath, command, { encoding: 'utf8' });

  expect(JSON.parse(left)).toEqual({
    isBack: true,
    variable: null,
    listeners: [['ofALibrary'], expect.arrayContaining(['atTheEnd'])],
    symbols: 0,
  });
});

test('the slowest files come first, in their order', async () => {
  const { default: Sequencer } = (await import(here('sequencer.mjs'))) as LoadedSequencer;
  const files = ['other', 'hub', 'gateway/streams/hub', 'gateway/engine/monolith/random', 'apart'];
  const config = { rootDir: '/project', cache: false };
  const context = { config, hasteFS: { getSize: () => 0 } };
  const tests = files.map((file) => ({ path: `/project/test/${file}.test.ts`, context }));

  // Jest's own sort, which is none of an array.
  // oxlint-disable-next-line unicorn/no-array-sort
  const order = new Sequencer().sort(tests).map(({ path }) => path.slice('/project/test/'.length));

  expect(order.slice(0, 3)).toEqual([
    'gateway/engine/monolith/random.test.ts',
    'apart.test.ts',
    'hub.test.ts',
  ]);
});

interface LoadedSequencer {
  readonly default: new () => {
    sort<Test extends { readonly path: string }>(tests: readonly Test[]): readonly Test[];
  };
}
