import { projectPath } from '../../../../schema/contract/project.js';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Longest that the installation of one peer may take. Unit: milliseconds. */
const TIME_LIMIT = 900_000;

/** Where the peers are installed unless told otherwise: in the user's cache, outside the project. */
export function defaultPeersFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'lien-thong', 'gateway-peers');
}

/**
 * Installs one peer at its locked versions below the folder, unless it is there, with its start script beside it.
 *
 * @throws Error when npm cannot install it.
 */
export function installPeer(peer: string, below: string, say: (words: string) => void): void {
  const folder = join(below, peer);
  mkdirSync(folder, { recursive: true });
  cpSync(projectPath('test', 'bench', 'gateway', 'peers', peer), folder, { recursive: true });
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const mark = join(folder, 'installed.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  say(`Installing ${peer} into ${folder}.`);
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: TIME_LIMIT,
  });
  writeFileSync(mark, lock);
}
