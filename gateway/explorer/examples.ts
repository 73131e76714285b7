import { HubError } from '../../schema/contract/errors.js';
import { projectPath } from '../../schema/contract/project.js';
import { text, type Text } from '../../schema/contract/text.js';
import { AUDIENCES } from './audiences.js';
import type { Example } from './example.js';
import { EXAMPLE_ROLES } from './roles.js';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, validate, type GraphQLSchema } from 'graphql';
import { z } from 'zod';

/** Size of one example file. Unit: bytes. */
const MAX_BYTES = 64 * 1024;
/** Example files in one folder. Unit: files. */
const MAX_FILES = 200;

/** A line of the header, such as `# en: Which regulations are in force?` */
const HEADER_LINE = /^#\s*(\w+)\s*:\s*(.*?)\s*$/;

const HEADER = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,32}$/),
  group: z.literal(Object.keys(AUDIENCES) as (keyof typeof AUDIENCES)[]),
  role: z.literal(Object.keys(EXAMPLE_ROLES) as (keyof typeof EXAMPLE_ROLES)[]).optional(),
  vi: z.string().min(1).max(500),
  en: z.string().min(1).max(500),
  variables: z.string().default('{}').transform(parseJson).pipe(z.record(z.string(), z.unknown())),
});

/** Where the example questions of the project lie. */
export const EXAMPLES_FOLDER = projectPath('gateway', 'explorer', 'examples');

/**
 * The example questions of a folder that somebody names, or else those of the project, as far as it has any.
 *
 * @throws HubError INVALID_SETTING when the named folder is none, DATA_REFUSED that names a wrong file.
 */
export function examplesFor(named: string | undefined): readonly Example[] {
  const folder = named ?? EXAMPLES_FOLDER;
  if (isFolder(folder)) return loadExamples(folder);
  if (named === undefined) return [];
  throw new HubError(
    'INVALID_SETTING',
    text(`EXAMPLES_DIR: ${named} không phải thư mục.`, `EXAMPLES_DIR: ${named} is not a folder.`),
    { setting: 'EXAMPLES_DIR' },
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Reads the example questions of a folder: every `*.graphql` file, in the order of their names.
 *
 * A file begins with comment lines `# id:`, `# group:`, `# vi:`, `# en:` and perhaps `# variables: {json}`, and
 * `# role: AUDITOR` where only that role gets an answer; one operation follows.
 *
 * @throws HubError DATA_REFUSED that names the file and the reason.
 */
export function loadExamples(folder: string): readonly Example[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted();
  if (names.length > MAX_FILES) {
    throw refused(folder, text(`quá ${MAX_FILES} tệp`, `more than ${MAX_FILES} files`));
  }
  const read = names.map((name) => ({ name, example: readExample(join(folder, name), name) }));
  read.reduce((seen, { name, example }) => remember(seen, name, example.id), new Set<string>());
  return read.map(({ example }) => example);
}

/** The examples that a schema can answer; the others belong to another supergraph. */
export function runnable(examples: readonly Example[], schema: GraphQLSchema): readonly Example[] {
  return examples.filter(({ query }) => validate(schema, parse(query)).length === 0);
}

function readExample(path: string, name: string): Example {
  if (statSync(path).size > MAX_BYTES) {
    throw refused(name, text(`lớn hơn ${MAX_BYTES} byte`, `larger than ${MAX_BYTES} bytes`));
  }
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const header = HEADER.safeParse(headerOf(lines.slice(0, end), name));
  if (!header.success) throw refused(name, reasonOf(header.error));
  return { ...header.data, query: operationOf(lines.slice(end).join('\n').trim(), name) };
}

function headerOf(lines: readonly string[], name: string): Readonly<Record<string, string>> {
  const entries = lines.map((line): [string, string] => {
    const [, key, value] = HEADER_LINE.exec(line) ?? [];
    if (key === undefined || value === undefined) {
      throw refused(
        name,
        text(`dòng “${line}” không có dạng “# tên: giá trị”`, `line "${line}" is not "# name: value"`),
      );
    }
    return [key, value];
  });
  return Object.fromEntries(entries);
}

function operationOf(query: string, name: string): string {
  const count = definitionsOf(query, name).filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  if (count === 1) return query;
  throw refused(
    name,
    text(`có ${count} thao tác, cần đúng một`, `holds ${count} operations; exactly one is needed`),
  );
}

function definitionsOf(query: string, name: string): ReturnType<typeof parse>['definitions'] {
  try {
    return parse(query, { noLocation: true, maxTokens: 10_000 }).definitions;
  } catch (error) {
    const { message } = error as Error;
    throw refused(name, text(`truy vấn sai cú pháp: ${message}`, `the query does not parse: ${message}`));
  }
}

function remember(seen: Set<string>, name: string, id: string): Set<string> {
  if (seen.has(id))
    throw refused(name, text(`id ${id} đã có ở tệp khác`, `id ${id} is taken by another file`));
  return seen.add(id);
}

function parseJson(value: string, context: z.core.$RefinementCtx<string>): unknown {
  try {
    return JSON.parse(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}

function reasonOf(error: z.ZodError): Text {
  const [issue] = error.issues;
  const reason = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
  return text(`phần đầu tệp sai ở ${reason}`, `wrong header, ${reason}`);
}

function refused(file: string, reason: Text): HubError {
  return new HubError(
    'DATA_REFUSED',
    text(`Câu hỏi mẫu ${file}: ${reason.vi}.`, `Example ${file}: ${reason.en}.`),
    { file, reason: reason.en },
  );
}
