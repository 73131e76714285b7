import JestRuntime from 'jest-runtime';
import { createRequire } from 'node:module';
// The hub's programs load it first as well: what is decorated needs it.
import 'reflect-metadata';
import { importFile, sourceMaps } from './modules.mjs';

const require = createRequire(import.meta.url);

/** Lets Node load the tests and what they import, where Jest would load all of it anew for every file. */
export default class ProcessRuntime extends JestRuntime {
  #root;
  #transformer;

  /** @throws Error while files are watched: a worker would go on with the modules that it has loaded. */
  constructor(config, environment, resolver, transformer, ...rest) {
    const { watch, watchAll } = rest.at(-1);
    if (watch || watchAll)
      throw new Error('Node loads a module once: run the tests anew instead of watching.');
    super(config, environment, resolver, transformer, ...rest);
    this.#root = config.rootDir;
    this.#transformer = transformer;
  }

  unstable_importModule(path) {
    const globals = this.requireModuleOrMock(path, '@jest/globals');
    return importFile(path, { root: this.#root, transformer: this.#transformer, globals });
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** Loads what runs the tests of a file; it begins anew for each. */
  requireInternalModule(path) {
    Reflect.deleteProperty(require.cache, path);
    return require(path);
  }

  getSourceMaps() {
    return sourceMaps;
  }
}
