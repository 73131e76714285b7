import { BUILT_FOLDER, CODINGS } from './built.js';
import { projectPath } from '../../schema/contract/project.js';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** File of a build that holds the fingerprint of the sources it was made from. */
export const STAMP = 'sources.sha256';

/** Files whose bytes decide how the build turns out. */
const SOURCES = [
  'gateway/explorer/app/**/*.*',
  'schema/contract/text.ts',
  'gateway/explorer/{audiences,built,example,vite.config}.ts',
];

/** Packages whose versions decide how the build turns out; those below them are locked with them. */
const PACKAGES = [
  'vite',
  'graphiql',
  '@graphiql/react',
  '@graphiql/plugin-doc-explorer',
  'graphql',
  'react',
  'react-dom',
];

const PACK = {
  br: (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => gzipSync(body, { level: 9 }),
} as const;

/**
 * Builds the sandbox into its folder, unless the build there was made from the same sources.
 *
 * It is built beside the folder and put in its place whole, so that a reader never meets half of it.
 *
 * @returns whether anything was built
 */
export async function buildExplorer(folder: string = BUILT_FOLDER): Promise<boolean> {
  if (isUpToDate(folder)) return false;
  const stamp = fingerprint();
  const draft = `${folder}.${process.pid}`;
  try {
    await bundle(draft);
    writeFileSync(join(draft, STAMP), stamp);
    putInPlace(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return true;
}

/** Whether the build in a folder was made from the sources as they are now. */
export function isUpToDate(folder: string = BUILT_FOLDER): boolean {
  return stampOf(folder) === fingerprint();
}

/** Vite is imported here alone, since a hub that is only served need not have it. */
async function bundle(outDir: string): Promise<void> {
  const [{ build }, { explorerConfig }] = await Promise.all([import('vite'), import('./vite.config.js')]);
  await build(explorerConfig(outDir));
  const assets = join(outDir, 'assets');
  for (const name of readdirSync(assets)) pack(join(assets, name));
}

function pack(path: string): void {
  const body = readFileSync(path);
  for (const { coding, ending } of CODINGS) writeFileSync(path + ending, PACK[coding](body));
}

/**
 * Puts a finished build in the place of an older one, which goes only then: a reader meets the one or the other, whole.
 *
 * Another process may build the same in the meantime; its build then stays, since it may be being read.
 */
export function putInPlace(draft: string, folder: string): void {
  const stamp = stampOf(draft);
  if (stamp === stampOf(folder)) return;
  const old = `${draft}.old`;
  try {
    setAside(folder, old);
    renameSync(draft, folder);
  } catch (error) {
    if (stamp !== stampOf(folder)) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

/** Moves a folder out of the way, where there is one. */
function setAside(folder: string, old: string): void {
  try {
    renameSync(folder, old);
  } catch (error) {
    if (existsSync(folder)) throw error;
  }
}

function stampOf(folder: string): string | null {
  const path = join(folder, STAMP);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES, { cwd: projectPath() }).toSorted()) {
    hash.update(`${path}\0`).update(readFileSync(projectPath(path)));
  }
  for (const name of PACKAGES) hash.update(`${name}@${versionOf(name)}\0`);
  return hash.digest('hex');
}

function versionOf(name: string): string {
  const manifest = JSON.parse(readFileSync(projectPath('node_modules', name, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}

async function main(): Promise<void> {
  const started = Date.now();
  const isNew = await buildExplorer();
  const outcome = isNew ? `built in ${((Date.now() - started) / 1000).toFixed(1)} s` : 'up to date';
  process.stdout.write(`sandbox: ${outcome} (${relative(projectPath(), BUILT_FOLDER)})\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
