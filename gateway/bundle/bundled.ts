import { projectPath } from '../../schema/contract/project.js';
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Folder of the bundles. */
export const BUNDLE_FOLDER = projectPath('dist', 'bundle');

/** What is bundled: modules of the gateway, each with all that it imports, by the names of their bundles. */
export const BUNDLED = {
  run: projectPath('dist', 'gateway', 'run.js'),
  answerer: projectPath('dist', 'gateway', 'engine', 'plan', 'threads', 'answerer.js'),
} as const;

/**
 * The address of a module to import: of its bundle, which takes half the time to load, where that was made from the
 * present build, and else of the module itself.
 *
 * @param itself address relative to whoever imports
 */
export function bundleOr(name: keyof typeof BUNDLED, itself: URL): string {
  const bundle = projectPath('dist', 'bundle', `${name}.js`);
  const isBuilt = import.meta.url.endsWith('.js');
  const isPresent = isBuilt && timeOf(bundle) >= timeOf(projectPath('dist', '.tsbuildinfo'));
  return isPresent ? pathToFileURL(bundle).href : itself.href;
}

/** When a file was written; before all others if it is not there. Unit: milliseconds since 1970. */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}
