import { firstDataKey } from '../../../schema/contract/ids.js';
import { ComputedListColumn, isWritten } from '../database/columns.js';
import { propertyOf } from '../reading/rows.js';
import { Classification } from '../values/classification.js';
import { isDay } from '../values/local-date.js';
import { DatePrecision } from '../values/partial-date.js';
import { ReferenceKind, type EntityMetadata, type EntityProperty } from '@mikro-orm/core';
import { z } from 'zod';

/** A checked entry of a data file: the record's values by property, its key among them. */
export type EntryValues = Readonly<Record<string, unknown>> & { readonly key: string };

/** How entries of one record class are written, derived from its mapping: the class says it once. */
export function entryRules(meta: EntityMetadata): z.ZodType<EntryValues> {
  const fallbacks = new (meta.class as new () => Readonly<Record<string, unknown>>)();
  const own = meta.props.filter((prop) => !HUB_PROPERTIES.has(prop.name) && !isComputed(prop));
  const fields = Object.fromEntries(
    own.map((prop) => [prop.name, writtenProperty(prop, fallbacks[prop.name])]),
  );
  const dated = 'validFrom' in meta.properties;
  return z
    .strictObject({
      key: KEY,
      sources: ruleOf(propertyOf(meta, 'provenance')),
      flags: ruleOf(propertyOf(meta, 'dataQualityFlags')).default([]),
      classification: z.enum(Classification).default(Classification.PUBLIC),
      ...(dated && { validity }),
      ...fields,
    })
    .transform((entry) => asValues(meta, entry as Entry));
}

interface Entry {
  readonly key: string;
  readonly sources: unknown;
  readonly flags: unknown;
  readonly validity?: Readonly<Record<string, unknown>>;
}

/** Names in data files: lower-case words joined by hyphens. They are permanent, since ids derive from them. */
const KEY = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key is lower-case letters and digits, joined by hyphens');

/** Properties that the hub fills or that entries write under another name. */
const HUB_PROPERTIES = new Set([
  'key',
  'classification',
  'version',
  'recordedAt',
  'provenance',
  'dataQualityFlags',
  'validFrom',
  'validFromPrecision',
  'validTo',
  'validToPrecision',
  'searchKey',
  'sortKey',
  'exactKeys',
]);

const day = z.string().refine(isDay, { error: 'a day is written YYYY-MM-DD' });
const precision = z.enum(DatePrecision);

const validity = z
  .strictObject({
    from: day.nullable().default(null),
    fromPrecision: precision.optional(),
    to: day.nullable().default(null),
    toPrecision: precision.optional(),
  })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    error: 'validity ends before it begins',
  })
  .transform(({ from, to, fromPrecision, toPrecision }) => ({
    validFrom: from,
    validFromPrecision: fromPrecision ?? precisionOf(from),
    validTo: to,
    validToPrecision: toPrecision ?? precisionOf(to),
  }))
  .prefault({});

function precisionOf(end: string | null): DatePrecision {
  return end === null ? DatePrecision.UNKNOWN : DatePrecision.DAY;
}

function asValues(meta: EntityMetadata, { key, sources, flags, validity, ...rest }: Entry): EntryValues {
  return {
    ...rest,
    ...validity,
    key: firstDataKey(meta.className, key),
    provenance: sources,
    dataQualityFlags: flags,
  };
}

/** Whether the record or the database works the value out, so that entries never write it. */
function isComputed({ generated, customType }: EntityProperty): boolean {
  return generated !== undefined || customType instanceof ComputedListColumn;
}

/** A property that an entry leaves out falls back to its default, so that leaving it out also takes a value back. */
function writtenProperty(prop: EntityProperty, fallback: unknown): z.ZodType {
  const rule = ruleOf(prop);
  if (prop.nullable) return rule.nullable().default(fallback ?? null);
  return fallback === undefined ? rule : rule.default(fallback);
}

function ruleOf(prop: EntityProperty): z.ZodType {
  if (prop.kind === ReferenceKind.MANY_TO_ONE)
    return KEY.transform((name) => firstDataKey(prop.targetMeta?.className ?? '', name));
  if (isWritten(prop.customType)) return prop.customType.written;
  if (prop.enum) return z.enum((prop.items ?? []).map(String));
  const rule = SCALARS[prop.columnTypes[0] ?? ''];
  if (rule) return rule;
  throw new Error(`No rule for writing ${prop.name} of type ${prop.columnTypes[0]} in data files.`);
}

/** By column type. */
const SCALARS: Readonly<Record<string, z.ZodType>> = {
  text: z.string().min(1),
  int: z.int(),
  boolean: z.boolean(),
  date: day,
};
