import { projectPath } from '../contract/project.js';

/** What a thread is started with. */
export interface ThreadEntry {
  readonly file: string | URL;
  readonly options: { readonly execArgv?: string[] };
}

const isBuilt = import.meta.url.endsWith('.js');

/** The file `thread` of a room of the registry, as it is run now; outside of the build the thread has to read TypeScript. */
export function threadEntry(...room: readonly string[]): ThreadEntry {
  if (isBuilt) return { file: projectPath('dist', 'schema', 'registry', ...room, 'thread.js'), options: {} };
  const file = new URL(['.', ...room, 'thread.ts'].join('/'), import.meta.url);
  return { file, options: { execArgv: ['--import', '@oxc-node/core/register'] } };
}
