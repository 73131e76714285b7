import { projectPath } from '../../../contract/project.js';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Where a program runs that `hub dev` keeps. */
export interface ChildOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told each line that it writes. */
  readonly onLine: (line: string) => void;
}

/** Starts a gateway on the file of a supergraph, which it follows. */
export function startGateway(
  supergraph: string,
  port: string,
  { cwd, env, onLine }: ChildOptions,
): ChildProcess {
  const command = [projectPath('dist', 'gateway', 'main.js'), '--supergraph', supergraph, '--port', port];
  const settings = {
    ...env,
    REGISTRY_URL: undefined,
    SUPERGRAPH_POLL_MS: '100',
    NODE_COMPILE_CACHE: projectPath('dist', '.compile-cache'),
  };
  return heard(
    spawn(process.execPath, command, { cwd, env: settings, stdio: ['ignore', 'pipe', 'pipe'] }),
    onLine,
  );
}

/**
 * Starts the subgraph itself, as its project says; for development it answers whoever asks. It leads a group of its own,
 * so that what its command starts ends with it.
 */
export function startSubgraph(
  command: string,
  port: string,
  { cwd, env, onLine }: ChildOptions,
): ChildProcess {
  const settings = { ACCEPT_WITHOUT_TOKEN: 'true', ...env, PORT: port };
  return heard(
    spawn(command, { cwd, env: settings, shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }),
    onLine,
  );
}

function heard(child: ChildProcess, onLine: (line: string) => void): ChildProcess {
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', onLine);
  child.once('error', ({ message }) => onLine(message));
  return child;
}
