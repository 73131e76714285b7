import { firstDataKey, globalId } from '../../schema/contract/ids.js';
import { projectPath } from '../../schema/contract/project.js';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** An entry of a data file, as far as the tests look at it. */
export interface Entry {
  readonly key: string;
  readonly sources: readonly { readonly fact?: string; readonly quote?: string }[];
  readonly place?: string;
  readonly places?: readonly string[];
  readonly textVi?: string;
  readonly [property: string]: unknown;
}

/** The global id of a record of the first data, by its type and its name in the data files. */
export function idOf(type: string, name: string): string {
  return globalId({ type, key: firstDataKey(type, name) });
}

/** The entries of one type in the first data of a subgraph. */
export function entriesOf(subgraph: string, type: string): readonly Entry[] {
  const folder = projectPath('subgraphs', subgraph, 'data');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(`${folder}/${name}`, 'utf8')) as { type: string; records: Entry[] })
    .flatMap((file) => (file.type === type ? file.records : []));
}
