import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** What Jest keeps on the global object for one test file, by the names of the symbols. */
const OF_ONE_FILE = new Set([
  'JEST_STATE_SYMBOL',
  'EVENT_HANDLERS',
  'TEST_TIMEOUT_SYMBOL',
  'RETRY_TIMES',
  'RETRY_TIMES_SETTER',
  'RETRY_IMMEDIATELY',
  'WAIT_BEFORE_RETRY',
  'LOG_ERRORS_BEFORE_RETRY',
]);

/** Who listens to these may be a library, which listens only once and stays for the files to come. */
const OF_LIBRARIES = new Set(['exit', 'beforeExit']);

/**
 * The worker's own process as the place of the tests, where Jest would make a context for each file: so libraries and
 * the hub's modules are loaded once for all files of a worker.
 *
 * After each file is put back: the timers, the environment variables, `process.exit`, `console`, the working directory,
 * `Error.stackTraceLimit` and what Jest keeps on the global object; and listeners of the process are removed that were
 * added while tests ran, except for those to its exit. Nothing else is: what a file changes otherwise in a global object,
 * in a library or in a module of the hub, it has to put back itself.
 */
export default class ProcessEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  #variables = { ...process.env };
  #exit = Object.getOwnPropertyDescriptor(process, 'exit');
  #console = globalThis.console;
  #folder = process.cwd();
  #stackTraceLimit = Error.stackTraceLimit;
  #listeners = listenersOf(process);

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  /** What was loaded until then stays, and so does what listens for it. */
  handleTestEvent({ name }) {
    if (name === 'run_start') this.#listeners = this.#listeners.union(listenersOf(process));
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    forgetTheFile();
    restoreVariables(this.#variables);
    Object.defineProperty(process, 'exit', this.#exit);
    globalThis.console = this.#console;
    process.chdir(this.#folder);
    Error.stackTraceLimit = this.#stackTraceLimit;
    removeListeners(process, this.#listeners);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}

function forgetTheFile() {
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (OF_ONE_FILE.has(key.description)) Reflect.deleteProperty(globalThis, key);
  }
}

function restoreVariables(before) {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
}

function listenersOf(emitter) {
  return new Set(emitter.eventNames().flatMap((name) => emitter.rawListeners(name)));
}

function removeListeners(emitter, known) {
  for (const name of emitter.eventNames()) {
    if (OF_LIBRARIES.has(name)) continue;
    for (const each of emitter.rawListeners(name)) if (!known.has(each)) emitter.removeListener(name, each);
  }
}
