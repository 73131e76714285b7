import { firstDataKey } from '../../../schema/contract/ids.js';
import { Certainty, Provenance } from '../values/provenance.js';
import { DataQualityFlag, Reading, Severity } from '../values/data-quality-flag.js';
import { DateBasis, partialDate } from '../values/partial-date.js';
import { Comparator } from '../values/quantity.js';
import { SOURCES } from '../values/source.js';
import { refText } from './refs.js';
import { z } from 'zod';

/** The entry of a provenance that a column holds. */
export function provenance(stored: Omit<Provenance, 'source' | 'sourceStatus'>): Provenance {
  return Object.assign(new Provenance(), stored);
}

/** A flag as columns hold it. */
export type StoredFlag = Omit<DataQualityFlag, 'readings'> & { readonly readings: readonly object[] };

/** The flag that a column holds. */
export function flag({ readings, ...rest }: StoredFlag): DataQualityFlag {
  return Object.assign(new DataQualityFlag(), rest, {
    readings: readings.map((reading) => Object.assign(new Reading(), reading)),
  });
}

/** Longest quotation, in characters: a figure's wording, never a sentence. */
export const QUOTE_LENGTH = 80;

const sourceCode = z.string().refine((code) => SOURCES.has(code), { error: 'not a source of the catalogue' });
const dateText = z.string().transform((written, issues) => {
  const date = partialDate(written);
  if (!date) issues.addIssue({ code: 'custom', message: 'write 2024, 2024-03 or 2024-03-31' });
  return date ?? z.NEVER;
});

/** A date as data files write it: `2023-12` or `{ value: 2023-12, basis: METADATA }`. */
export const writtenPartialDate = z.union([
  dateText,
  z
    .strictObject({ value: dateText, basis: z.enum(DateBasis) })
    .transform(({ value: { value, precision }, basis }) => ({ value, precision, basis })),
]);

/** A quantity as data files write it. */
export const writtenQuantity = z
  .strictObject({
    value: z.number().nullable().default(null),
    comparator: z.enum(Comparator).default(Comparator.EXACT),
    unit: z.string().min(1),
    text: z.string().max(QUOTE_LENGTH).nullable().default(null),
  })
  .refine(({ value, comparator }) => (value === null) === (comparator === Comparator.ORDER_OF_MAGNITUDE), {
    error: 'a value is missing exactly when only an order of magnitude is known',
  });

/** A source of a record as data files write it. */
export const writtenProvenance = z
  .strictObject({
    source: sourceCode,
    fact: z.string().nullable().default(null),
    quote: z.string().max(QUOTE_LENGTH).nullable().default(null),
    certainty: z.enum(Certainty).default(Certainty.STATED),
    statedBy: z.string().nullable().optional(),
    statedOn: writtenPartialDate.nullable().optional(),
  })
  .transform(({ source, ...entry }) =>
    provenance({
      sourceCode: source,
      statedBy: SOURCES.get(source)?.statedBy ?? null,
      statedOn: SOURCES.get(source)?.publishedOn ?? null,
      ...entry,
    }),
  );

/** A doubt as data files write it. */
export const writtenFlag = z
  .strictObject({
    code: z.string().regex(/^[A-Z][A-Z_]+$/),
    severity: z.enum(Severity),
    messageVi: z.string().min(1),
    messageEn: z.string().min(1),
    readings: z
      .array(z.strictObject({ value: z.string().min(1), source: sourceCode.optional() }))
      .transform((readings) => readings.map(({ value, source }) => ({ value, sourceCode: source ?? null })))
      .default([]),
  })
  .transform(flag);

/** A reference as data files write it: `Type/name`, or just `name` where only one type is possible. */
export function writtenRef(types: readonly string[]): z.ZodType<string> {
  const [only = ''] = types;
  return z.string().transform((written, issues) => {
    const [name = '', type = only] = written.split('/').toReversed();
    if (!types.includes(type) || (types.length > 1 && !written.includes('/')))
      issues.addIssue({
        code: 'custom',
        message: `write Type/name, where Type is one of ${types.join(', ')}`,
      });
    return refText({ type, key: firstDataKey(type, name) });
  });
}
