import { BUNDLED, BUNDLE_FOLDER } from './bundled.js';
import { renameSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Bundles the gateway's process and its planning threads, from the build. Most of the time of a start goes into finding
 * some hundred files of libraries. A bundle is put in its place whole; nothing but these two modules is bundled, and
 * whoever finds no bundle does without.
 */
async function bundleGateway(folder: string = BUNDLE_FOLDER): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  try {
    await bundle(draft);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Vite is imported here alone, since a hub that is only served need not have it. */
async function bundle(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    // There must be one graphql-js: some libraries import it as an ES module, and others as CommonJS.
    resolve: { mainFields: ['main'] },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input: BUNDLED,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await bundleGateway();
