import type { HubRecord } from '../record.js';
import type { RecordClass } from '../reading/rows.js';
import type { EntryValues } from './entry-rules.js';
import { readFile } from 'node:fs/promises';

/**
 * A list of another publisher, such as that of all communes: too long for data files, it is made by a script, kept as
 * compact files and written in bulk, after the entries of the data files.
 */
export interface ReferenceList {
  /** Absolute paths of its files. */
  readonly files: readonly string[];
  /** The records that the files' texts, given in the order of `files`, tell of; those first to which others refer. */
  readonly records: (texts: readonly string[]) => readonly ReferenceRecords[];
}

/** Records of one class. */
export interface ReferenceRecords {
  readonly type: RecordClass<HubRecord>;
  readonly values: readonly EntryValues[];
}

/** A list with the texts of its files. */
export interface ReadReference {
  readonly list: ReferenceList;
  readonly texts: readonly string[];
}

/** Reads the files of each list. */
export function readReferences(lists: readonly ReferenceList[]): Promise<readonly ReadReference[]> {
  return Promise.all(
    lists.map(async (list) => ({
      list,
      texts: await Promise.all(list.files.map((file) => readFile(file, 'utf8'))),
    })),
  );
}

/** The values of each line of a list, which tabs separate; lines that begin with # tell about the list. */
export function linesOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split('\t'));
}
