import { projectPath } from '../../../contract/project.js';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a new agency's files are filled in with. */
export interface Blanks {
  readonly agency: string;
  readonly subgraph: string;
  readonly titleVi: string;
  readonly titleEn: string;
  /** Where the gateway reaches the subgraph. */
  readonly url: string;
  readonly port: string;
  readonly registry?: string;
  readonly channel: string;
}

/** A file of a new agency's folder. */
export interface NewFile {
  readonly path: string;
  readonly contents: string;
}

const FOLDER = projectPath('schema', 'registry', 'template');
/** These would take effect where the template itself lies. */
const DOTTED: readonly string[] = ['gitignore', 'dockerignore'];

/** The files of a new subgraph. */
export function filesOf(blanks: Blanks): readonly NewFile[] {
  return pathsIn(FOLDER).map((path) => ({
    path: DOTTED.includes(path) ? `.${path}` : path,
    contents: filled(readFileSync(join(FOLDER, path), 'utf8'), blanks),
  }));
}

function pathsIn(folder: string, within = ''): readonly string[] {
  return readdirSync(join(folder, within))
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(within, name))
    .flatMap((path) => (statSync(join(folder, path)).isDirectory() ? pathsIn(folder, path) : [path]));
}

function filled(contents: string, blanks: Blanks): string {
  const words = wordsOf(blanks);
  return contents.replaceAll(/__([A-Z_]+?)__/g, (blank, name: string) => words[name] ?? blank);
}

function wordsOf(blanks: Blanks): Readonly<Record<string, string>> {
  const { agency, subgraph, titleVi, titleEn, url, port, registry, channel } = blanks;
  const field = camel(subgraph);
  return {
    AGENCY: agency,
    SUBGRAPH: subgraph,
    FIELD: field,
    TYPE: field.charAt(0).toUpperCase() + field.slice(1),
    TITLE_VI: plain(titleVi),
    TITLE_EN: plain(titleEn),
    URL: url,
    PORT: port,
    REGISTRY: registry === undefined ? '# registry: http://127.0.0.1:4010' : `registry: ${registry}`,
    CHANNEL: channel,
  };
}

function camel(name: string): string {
  return name.replaceAll(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

/** Titles stand in strings of several languages. */
function plain(title: string): string {
  return title.replaceAll(/["'\\`\r\n]/g, ' ').trim();
}
