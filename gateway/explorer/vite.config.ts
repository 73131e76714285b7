import { NONCE_PLACEHOLDER } from './built.js';
import { projectPath } from '../../schema/contract/project.js';
import type { InlineConfig } from 'vite';

/** Folder of the sandbox's sources. */
export const APP_FOLDER = projectPath('gateway', 'explorer', 'app');

/** How the sandbox is bundled into `outDir`: every byte from this project, hashed names, workers as module files. */
export function explorerConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: APP_FOLDER,
    base: '/',
    publicDir: false,
    logLevel: 'error',
    html: { cspNonce: NONCE_PLACEHOLDER },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      license: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 8_000,
    },
  };
}
