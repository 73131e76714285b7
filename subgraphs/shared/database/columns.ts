import type { Provenance } from '../values/provenance.js';
import { PartialDate } from '../values/partial-date.js';
import { Quantity } from '../values/quantity.js';
import { canonical } from './canonical.js';
import {
  flag,
  provenance,
  writtenFlag,
  writtenPartialDate,
  writtenProvenance,
  writtenQuantity,
  writtenRef,
  type StoredFlag,
} from './written.js';
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
export class JsonColumn<Value, Stored = never> extends Type<Value | null, unknown> implements WrittenColumn {
  /** The rule is given as a function, since the mapping copies what inherited properties hold. */
  constructor(
    private readonly rule: () => z.ZodType<Value>,
    private readonly revive: (stored: Stored) => Value,
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
    return this.revive((typeof stored === 'string' ? JSON.parse(stored) : stored) as Stored);
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

/** A list of texts without order. */
abstract class TextListColumn extends Type<readonly string[], readonly string[] | string> {
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

/** Several records of any subgraph, each kept as `Type:key`, without order. */
export class RefListColumn extends TextListColumn implements WrittenColumn {
  constructor(readonly types: readonly string[]) {
    super();
  }

  get written(): z.ZodType<readonly string[]> {
    return z.array(writtenRef(this.types));
  }
}

/** A list of texts that the record computes from its other values before it is written; data files never write it. */
export class ComputedListColumn extends TextListColumn {}

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
  return {
    type: new JsonColumn(
      () => z.array(writtenProvenance).min(1),
      (stored: readonly Provenance[]) => stored.map(provenance),
    ),
    default: '[]',
  };
}

/** Column of the doubts about a record; written as a list under `flags`. */
export function flagsColumn() {
  return {
    type: new JsonColumn(
      () => z.array(writtenFlag),
      (stored: readonly StoredFlag[]) => stored.map(flag),
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
