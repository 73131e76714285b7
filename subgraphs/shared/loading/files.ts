import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The text of one data file. */
export interface DataText {
  readonly name: string;
  readonly content: string;
}

/** One data file: entries of one record class. */
export interface DataFile {
  readonly name: string;
  readonly type: string;
  readonly records: readonly unknown[];
}

/** Where a data file is wrong. */
export interface Problem {
  readonly file: string;
  /** Key of the entry, or its number in the file, from 1. */
  readonly entry: string;
  readonly reason: string;
}

const FILE = z.strictObject({ type: z.string(), records: z.array(z.unknown()) });

/** Reads every `*.yaml` of a folder, in the order of their names. */
export async function readDataTexts(folder: string): Promise<readonly DataText[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(
    names.map(async (name) => ({ name, content: await readFile(join(folder, name), 'utf8') })),
  );
}

/** Reads the entries of data files. @throws HubError DATA_REFUSED */
export function parseDataFiles(texts: readonly DataText[]): readonly DataFile[] {
  return texts.map(({ name, content }) => ({ name, ...shapeOf(name, content) }));
}

/** The refusal of a whole load. */
export function refusal(problems: readonly Problem[]): HubError {
  const [first] = problems;
  const where = `${first?.file}, ${first?.entry}: ${first?.reason}`;
  return new HubError(
    'DATA_REFUSED',
    text(
      `Tệp dữ liệu bị từ chối (${problems.length} lỗi): ${where}`,
      `Data refused (${problems.length} problems): ${where}`,
    ),
    { problems },
  );
}

function shapeOf(file: string, content: string): z.infer<typeof FILE> {
  const result = FILE.safeParse(yamlOf(file, content));
  if (result.success) return result.data;
  throw refusal([{ file, entry: 'file', reason: 'a data file holds `type` and `records`' }]);
}

function yamlOf(file: string, content: string): unknown {
  try {
    return parse(content);
  } catch (error) {
    throw refusal([{ file, entry: 'file', reason: `not YAML: ${(error as Error).message.split('\n')[0]}` }]);
  }
}
