import { RefColumn, RefListColumn } from '../database/columns.js';
import { entryRules, type EntryValues } from './entry-rules.js';
import type { DataFile, Problem } from './files.js';
import { ReferenceKind, type EntityMetadata } from '@mikro-orm/core';

/** An entry that keeps the rules of its record class. */
export interface CheckedEntry {
  readonly meta: EntityMetadata;
  readonly values: EntryValues;
}

interface Located extends CheckedEntry {
  readonly file: string;
  readonly entry: string;
}

/** Checks every entry of all files, each by itself and then against the others. */
export function checkEntries(
  files: readonly DataFile[],
  metas: ReadonlyMap<string, EntityMetadata>,
): { readonly entries: readonly Located[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const entries = files.flatMap((file) => entriesOf(file, metas.get(file.type), problems));
  problems.push(...doubles(entries), ...dangling(entries, metas));
  return { entries, problems };
}

function entriesOf(
  file: DataFile,
  meta: EntityMetadata | undefined,
  problems: Problem[],
): readonly Located[] {
  if (!meta) {
    problems.push({ file: file.name, entry: 'file', reason: `this subgraph has no type ${file.type}` });
    return [];
  }
  const rules = entryRules(meta);
  return file.records.flatMap((record, index) => {
    const place = { file: file.name, entry: entryName(record, index) };
    const result = rules.safeParse(record);
    if (result.success) return [{ ...place, meta, values: result.data }];
    problems.push(
      ...result.error.issues.map(({ path, message }) => ({
        ...place,
        reason: `${path.join('.')}: ${message}`,
      })),
    );
    return [];
  });
}

function entryName(record: unknown, index: number): string {
  const key = (record as { readonly key?: unknown } | null)?.key;
  return typeof key === 'string' ? key : `entry ${index + 1}`;
}

function doubles(entries: readonly Located[]): readonly Problem[] {
  const groups = Map.groupBy(entries, ({ values }) => values.key);
  return [...groups.values()]
    .flatMap((same) => same.slice(1))
    .map(({ file, entry }) => ({ file, entry, reason: 'this key is used twice' }));
}

/** References to records of this subgraph that no file has. */
function dangling(
  entries: readonly Located[],
  metas: ReadonlyMap<string, EntityMetadata>,
): readonly Problem[] {
  const known = new Set(entries.map(({ meta, values }) => `${meta.className}:${values.key}`));
  return entries.flatMap(({ file, entry, meta, values }) =>
    referencesOf(meta, values)
      .filter(([, ref]) => metas.has(ref.split(':')[0] ?? '') && !known.has(ref))
      .map(([property]) => ({ file, entry, reason: `${property}: points at an entry that no file has` })),
  );
}

function referencesOf(meta: EntityMetadata, values: EntryValues): readonly (readonly [string, string])[] {
  return meta.props.flatMap((prop) => {
    const value = values[prop.name];
    if (prop.customType instanceof RefListColumn)
      return ((value ?? []) as readonly string[]).map((ref) => [prop.name, ref] as const);
    if (typeof value !== 'string') return [];
    if (prop.kind === ReferenceKind.MANY_TO_ONE)
      return [[prop.name, `${prop.targetMeta?.className}:${value}`] as const];
    return prop.customType instanceof RefColumn ? [[prop.name, value] as const] : [];
  });
}
