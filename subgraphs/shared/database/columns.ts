import { firstDataKey, globalId, parseGlobalId, type NodeRef } from '../../../schema/contract/ids.js';
import { Certainty, Provenance } from '../values/provenance.js';
import { DataQualityFlag, Reading, Severity } from '../values/data-quality-flag.js';
import { DateBasis, PartialDate, partialDate } from '../values/partial-date.js';
import { Comparator, Quantity } from '../values/quantity.js';
import { SOURCES } from '../values/source.js';
import { Type, type Platform } from '@mikro-orm/core';
import { z } from 'zod';

/** A column whose values the data files write in a form of their own, checked by `written`. */
export interface WrittenColumn {
  /** From what a data file holds to what the entity holds. */
  readonly written: z.ZodType;
}

/** Whether a column type says how data files write it. */
export function isWritten(type: unknown): type is WrittenColumn {
  return type instanceof JsonColumn || type instanceof RefColumn || type instanceof RefListColumn;
}

/** A value class kept as JSONB. */
export class JsonColumn<Value> extends Type<Value | null, unknown> implements WrittenColumn {
  /** The rule is given as a function, since the mapping copies what inherited properties hold. */
  constructor(
    private readonly rule: () => z.ZodType<Value>,
    private readonly revive: (stored: never) => Value,
  ) {
    super();
  }

  get written(): z.ZodType<Value> {
    return this.rule();
  }

  override convertToDatabaseValue(value: Value | null): unknown {
    return value === null ? null : JSON.stringify(value);
  }

  override convertToJSValue(stored: unknown): Value | null {
    if (stored === null || stored === undefined) return null;
    return this.revive((typeof stored === 'string' ? JSON.parse(stored) : stored) as never);
  }

  override getColumnType(): string {
    return 'jsonb';
  }

  override compareAsType(): string {
    return 'any';
  }

  override compareValues(left: unknown, right: unknown): boolean {
    return canonical(left) === canonical(right);
  }
}

/** One record of any subgraph, kept as `Type:key`. */
export class RefColumn extends Type<string | null, string | null> implements WrittenColumn {
  constructor(readonly types: readonly string[]) {
    super();
  }

  get written(): z.ZodType<string> {
    return writtenRef(this.types);
  }

  override getColumnType(): string {
    return 'text';
  }
}

/** Several records of any subgraph, each kept as `Type:key`, without order. */
export class RefListColumn
  extends Type<readonly string[], readonly string[] | string>
  implements WrittenColumn
{
  constructor(readonly types: readonly string[]) {
    super();
  }

  get written(): z.ZodType<readonly string[]> {
    return z.array(writtenRef(this.types));
  }

  override getColumnType(): string {
    return 'text[]';
  }

  override convertToDatabaseValue(value: readonly string[], platform: Platform): string {
    return platform.marshallArray([...value]);
  }

  override compareAsType(): string {
    return 'string[]';
  }
}

/** A list of texts that the record computes from its other values before it is written; data files never write it. */
export class ComputedListColumn extends Type<readonly string[], readonly string[] | string> {
  override getColumnType(): string {
    return 'text[]';
  }

  override convertToDatabaseValue(value: readonly string[], platform: Platform): string {
    return platform.marshallArray([...value]);
  }

  override compareAsType(): string {
    return 'string[]';
  }
}

/** A reference as columns keep it. */
export function refText({ type, key }: NodeRef): string {
  return `${type}:${key}`;
}

/** The reference that a global id stands for, as columns keep it. @throws HubError INVALID_ID */
export function refOfId(id: string): string {
  return refText(parseGlobalId(id));
}

/** The global id of a reference as columns keep it. */
export function idOfRef(ref: string): string {
  return globalId(refParts(ref));
}

/** Takes a reference apart. */
export function refParts(ref: string): NodeRef {
  const [type = '', key = ''] = ref.split(':');
  return { type, key };
}

/** Column of a date that may lack its day or month; written `2023-12` or `{ value: 2023-12, basis: METADATA }`. */
export function partialDateColumn() {
  return {
    type: new JsonColumn(
      () => writtenPartialDate,
      (stored: object) => Object.assign(new PartialDate(), stored),
    ),
    nullable: true,
  };
}

/** Column of a quantity; written `{ value, comparator?, unit, text? }`. */
export function quantityColumn(options: { nullable?: boolean } = {}) {
  return {
    type: new JsonColumn(
      () => writtenQuantity,
      (stored: object) => Object.assign(new Quantity(), stored),
    ),
    ...options,
  };
}

/** Column of where a record comes from; written as a list under `sources`. */
export function provenanceColumn() {
  return { type: new JsonColumn(() => z.array(writtenProvenance).min(1), revivedProvenance), default: '[]' };
}

/** Column of the doubts about a record; written as a list under `flags`. */
export function flagsColumn() {
  return {
    type: new JsonColumn(
      () => z.array(writtenFlag),
      (stored: StoredFlag[]) => stored.map(flag),
    ),
    default: '[]',
  };
}

/** Column of plain values of one shape, such as a list of texts. */
export function jsonColumn<Value>(written: z.ZodType<Value>, options: { nullable?: boolean } = {}) {
  return {
    type: new JsonColumn(
      () => written,
      (stored: Value) => stored,
    ),
    ...options,
  };
}

/** Column of one reference to a record of any of `types`. */
export function refColumn(types: readonly string[], options: { nullable?: boolean } = {}) {
  return { type: new RefColumn(types), ...options };
}

/** Column of references to records of any of `types`. */
export function refListColumn(types: readonly string[]) {
  return { type: new RefListColumn(types), defaultRaw: "'{}'" };
}

/** Column of texts computed by the record itself, such as keys under which it is looked up. */
export function computedListColumn() {
  return { type: new ComputedListColumn(), defaultRaw: "'{}'" };
}

function revivedProvenance(stored: readonly object[]): Provenance[] {
  return stored.map((entry) => Object.assign(new Provenance(), entry));
}

type StoredFlag = Omit<DataQualityFlag, 'readings'> & { readonly readings: readonly object[] };

function flag({ readings, ...rest }: StoredFlag): DataQualityFlag {
  return Object.assign(new DataQualityFlag(), rest, {
    readings: readings.map((reading) => Object.assign(new Reading(), reading)),
  });
}

/** Longest quotation, in characters: a figure's wording, never a sentence. */
const QUOTE_LENGTH = 80;

const sourceCode = z.string().refine((code) => SOURCES.has(code), { error: 'not a source of the catalogue' });
const dateText = z.string().transform((written, issues) => {
  const date = partialDate(written);
  if (!date) issues.addIssue({ code: 'custom', message: 'write 2024, 2024-03 or 2024-03-31' });
  return date ?? z.NEVER;
});

const writtenPartialDate = z.union([
  dateText,
  z
    .strictObject({ value: dateText, basis: z.enum(DateBasis) })
    .transform(({ value: { value, precision }, basis }) => ({ value, precision, basis })),
]);

const writtenQuantity = z
  .strictObject({
    value: z.number().nullable().default(null),
    comparator: z.enum(Comparator).default(Comparator.EXACT),
    unit: z.string().min(1),
    text: z.string().max(QUOTE_LENGTH).nullable().default(null),
  })
  .refine(({ value, comparator }) => (value === null) === (comparator === Comparator.ORDER_OF_MAGNITUDE), {
    error: 'a value is missing exactly when only an order of magnitude is known',
  });

const writtenProvenance = z
  .strictObject({
    source: sourceCode,
    fact: z.string().nullable().default(null),
    quote: z.string().max(QUOTE_LENGTH).nullable().default(null),
    certainty: z.enum(Certainty).default(Certainty.STATED),
    statedBy: z.string().nullable().optional(),
    statedOn: writtenPartialDate.nullable().optional(),
  })
  .transform(({ source, ...entry }) => ({
    sourceCode: source,
    statedBy: SOURCES.get(source)?.statedBy ?? null,
    statedOn: SOURCES.get(source)?.publishedOn ?? null,
    ...entry,
  })) as unknown as z.ZodType<Provenance>;

const writtenFlag = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z_]+$/),
  severity: z.enum(Severity),
  messageVi: z.string().min(1),
  messageEn: z.string().min(1),
  readings: z
    .array(z.strictObject({ value: z.string().min(1), source: sourceCode.optional() }))
    .transform((readings) => readings.map(({ value, source }) => ({ value, sourceCode: source ?? null })))
    .default([]),
}) as unknown as z.ZodType<DataQualityFlag>;

/** `Type/name`, or just `name` where only one type is possible. */
function writtenRef(types: readonly string[]): z.ZodType<string> {
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

function canonical(value: unknown): string {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return JSON.stringify(parsed, (_, part: unknown) => (isPlain(part) ? sorted(part) : part));
}

function isPlain(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function sorted(part: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
