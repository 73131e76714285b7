import { runHub } from '../../../schema/registry/cli/run.js';
import type { Desk } from '../../../schema/registry/cli/desk.js';
import type { Party, TestRegistry } from '../core/a-registry.js';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command line did. */
export interface HubRun {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** What a program reads; only of `--format json`. */
  // The shape depends on the command, which only the test knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

/** Runs a command line as if at a terminal without colours, in English. */
export async function hub(args: readonly string[], desk: Partial<Desk> = {}): Promise<HubRun> {
  let [out, err] = ['', ''];
  const exit = await runHub(args, {
    cwd: tmpdir(),
    out: (words) => void (out += words),
    err: (words) => void (err += words),
    isTerminal: false,
    isWatched: false,
    now: () => new Date(),
    signal: new AbortController().signal,
    ...desk,
    env: { LANG: 'en_US.UTF-8', ...desk.env },
  });
  return { exit, out, err, json: args.includes('json') && out !== '' ? JSON.parse(out) : undefined };
}

/** Folders of a test, which go away with it. */
export interface Folders {
  /** An empty folder. */
  make(): string;
  /** A folder with a project and its key; answers its path. */
  project(party: Party, registry: TestRegistry, project: ProjectWords): string;
  remove(): void;
}

/** What a project is about. */
export interface ProjectWords {
  readonly url: string;
  readonly sdl: string;
}

/** Folders for the tests of a file. */
export function folders(): Folders {
  const made: string[] = [];
  const make = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'lien-thong-hub-'));
    made.push(folder);
    return folder;
  };
  return {
    make,
    project({ name, newKey }, { url: registry, trustFile }, { url, sdl }) {
      const folder = make();
      const lines = { agency: name, subgraph: name, schema: 'schema.graphql', url, registry };
      const yaml = Object.entries(lines).map(([key, value]) => `${key}: ${value}\n`);
      writeFileSync(join(folder, 'hub.yaml'), yaml.join(''));
      writeFileSync(join(folder, 'schema.graphql'), sdl);
      writeFileSync(join(folder, 'hub.key.json'), JSON.stringify(newKey.privateJwk), { mode: 0o600 });
      copyFileSync(trustFile, join(folder, 'registry.jwks.json'));
      return folder;
    },
    remove: () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })),
  };
}

/** The options by which somebody is the operator of a registry, whose key is put into a folder. */
export function operating({ operator, url, trustFile }: TestRegistry, folder: string): readonly string[] {
  const key = join(folder, 'operator.json');
  writeFileSync(key, JSON.stringify(operator.newKey.privateJwk), { mode: 0o600 });
  return ['--registry', url, '--trust', trustFile, '--key', key];
}
