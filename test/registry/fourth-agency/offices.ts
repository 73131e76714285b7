import { projectPath } from '../../../schema/contract/project.js';
import type { PrivateJwk } from '../../../schema/contract/release/keys.js';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a script did. */
export interface ScriptRun {
  readonly exit: number;
  readonly output: string;
}

/** Everybody who takes part, each in a folder, with `hub` as a command. */
export class Offices {
  readonly folder = mkdtempSync(join(tmpdir(), 'lien-thong-fourth-'));
  readonly #bin = join(this.folder, 'bin');

  constructor() {
    symlinkSync(projectPath('node_modules'), join(this.folder, 'node_modules'));
    mkdirSync(this.#bin);
    const main = projectPath('dist', 'schema', 'registry', 'cli', 'main.js');
    writeFileSync(join(this.#bin, 'hub'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, {
      mode: 0o755,
    });
  }

  /** An office with a key, or one that is about to make its own. */
  open(name: string, key?: PrivateJwk): string {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    if (key) writeFileSync(join(folder, 'hub.key.json'), JSON.stringify(key), { mode: 0o600 });
    return folder;
  }

  /** Runs a script in an office's folder, as a person there would type it. */
  run(name: string, script: string, registry = ''): Promise<ScriptRun> {
    const env = {
      PATH: `${this.#bin}:${projectPath('node_modules', '.bin')}:${process.env['PATH']}`,
      HOME: process.env['HOME'],
      LANG: 'en_US.UTF-8',
      HUB_REGISTRY: registry,
      HUB_KEY_FILE: 'hub.key.json',
      HUB_TRUST_FILE: join(this.folder, 'hub', 'registry.jwks.json'),
      NODE_COMPILE_CACHE: projectPath('dist', '.compile-cache'),
    };
    return new Promise((resolve) => {
      execFile('sh', ['-e', '-c', script], { cwd: join(this.folder, name), env }, (error, out, err) =>
        resolve({ exit: error ? Number(error.code ?? 1) : 0, output: `${out}${err}` }),
      );
    });
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
