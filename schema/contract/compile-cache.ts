import { projectPath } from './project.js';
import { enableCompileCache } from 'node:module';

/**
 * Has Node keep what it compiled of the build beside it, so that the next start takes less time; where it cannot write,
 * nothing is kept. Each thread asks for it itself.
 */
export function keepCompiled(): void {
  if (import.meta.url.endsWith('.js')) enableCompileCache(projectPath('dist', '.compile-cache'));
}
