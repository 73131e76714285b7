import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where each compiled module's map to its source lies, by its address, for Jest's stack traces. */
export const sourceMaps = new Map();

/** What a module may have in it when Node loads it. */
const AS_MODULE = {
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};

const GLOBALS = Symbol.for('test-globals');
const NAMES = [
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'it',
  'jest',
  'test',
];
const GLOBALS_MODULE = `export const { ${NAMES.join(', ')} } = globalThis[Symbol.for('${GLOBALS.description}')];`;

/** What Jest does with modules that it loads itself. */
const ABOUT_MODULES = [
  'mock',
  'doMock',
  'setMock',
  'enableAutomock',
  'unstable_mockModule',
  'resetModules',
  'isolateModules',
  'isolateModulesAsync',
];

/** Where the tests themselves keep what is made once for all files of a worker. */
const ONCE = 'test/support/once/';

/** The address of the project's folder, and what compiles its modules. */
let project;
let fileCount = 0;

/**
 * Loads a test file by Node's own loader.
 *
 * What lies below `test/` is loaded anew for it, since that adds hooks and holds servers; all other modules once in a
 * worker, and where the run has built the hub (`TEST_BUILD`), from the build: nothing is compiled twice, and threads start
 * as in production.
 */
export async function importFile(path, { root, transformer, globals }) {
  if (!project) registerHooks({ resolve, load });
  project = { address: `${pathToFileURL(root).href}/`, transformer };
  globalThis[GLOBALS] = { ...globals, jest: withoutModules(globals.jest) };
  fileCount += 1;
  return import(`${pathToFileURL(path).href}?file=${fileCount}`);
}

/** The same object, as other parts of Jest know it, of which what would do nothing says so. */
function withoutModules(jest) {
  for (const name of ABOUT_MODULES) {
    jest[name] = () => {
      throw new Error(`jest.${name} does nothing here: Node loads the modules, each once.`);
    };
  }
  return jest;
}

function resolve(specifier, context, next) {
  const { parentURL = '' } = context;
  if (!isOurs(parentURL)) return next(specifier, context);
  const { search } = new URL(parentURL);
  if (specifier === '@jest/globals') return { url: `jest:globals${search}`, shortCircuit: true };
  const url = new URL(specifier.replace(/\.js$/, '.ts'), parentURL);
  if (!specifier.startsWith('.') || !existsSync(url)) return next(specifier, context);
  if (isOfTests(url.href)) return { url: `${url.href}${search}`, shortCircuit: true };
  return { url: builtFrom(url.href) ?? url.href, shortCircuit: true };
}

/** The address of what was built from a source of the hub; nothing where it is not built. */
function builtFrom(source) {
  const { TEST_BUILD: build } = process.env;
  if (!build || source.startsWith(`${project.address}test/`)) return undefined;
  const built = new URL(
    source.slice(project.address.length).replace(/\.ts$/, '.js'),
    `${pathToFileURL(build).href}/`,
  );
  return existsSync(built) ? built.href : undefined;
}

function load(url, context, next) {
  if (url.startsWith('jest:')) return { format: 'module', source: GLOBALS_MODULE, shortCircuit: true };
  if (!isOurs(url) || !new URL(url).pathname.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: compiled(url), shortCircuit: true };
}

function compiled(url) {
  const path = fileURLToPath(url);
  const { code, sourceMapPath } = project.transformer.transform(path, AS_MODULE, readFileSync(path, 'utf8'));
  if (sourceMapPath) sourceMaps.set(url, sourceMapPath);
  return code;
}

function isOurs(url) {
  return url.startsWith(project.address) && !url.includes('/node_modules/');
}

function isOfTests(url) {
  return url.startsWith(`${project.address}test/`) && !url.startsWith(`${project.address}${ONCE}`);
}
