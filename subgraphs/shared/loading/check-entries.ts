import { RefColumn, RefListColumn } from '../database/columns.js';
import { refParts } from '../database/refs.js';
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

/** What the entries of a subgraph are checked against. */
export interface Surroundings {
  readonly metas: ReadonlyMap<string, EntityMetadata>;
  /** Records that other agencies' files have; see `neighbours.ts`. */
  readonly neighbours: readonly string[];
}

/** Checks every entry of all files, each by itself and then against the others. */
export function checkEntries(
  files: readonly DataFile[],
  { metas, neighbours }: Surroundings,
): { readonly entries: readonly Located[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const entries = files.flatMap((file) => entriesOf(file, metas.get(file.type), problems));
  problems.push(...doubles(entries), ...dangling(entries, { metas, neighbours }));
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

/** References to records that no file has, of the types that this subgraph has and those that its neighbours write. */
function dangling(entries: readonly Located[], { metas, neighbours }: Surroundings): readonly Problem[] {
  const own = entries.map(({ meta, values }) => `${meta.className}:${values.key}`);
  const known = new Set([...own, ...neighbours]);
  const types = new Set([...metas.keys(), ...neighbours.map(typeOf)]);
  return entries.flatMap(({ file, entry, meta, values }) =>
    referencesOf(meta, values)
      .filter(([, ref]) => types.has(typeOf(ref)) && !known.has(ref))
      .map(([property]) => ({ file, entry, reason: `${property}: points at an entry that no file has` })),
  );
}

function typeOf(ref: string): string {
  return refParts(ref).type;
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
