import type { Address } from '../../contract/release/address.js';
import type { StatementKind } from '../../contract/release/statements.js';
import type { ColumnType } from 'kysely';

/** What is never updated. */
type Kept<Value> = ColumnType<Value, Value, never>;

/** The tables of the log; those of usage are asked in SQL. */
export interface Tables {
  readonly entry: {
    /** The driver reads whole numbers of this size as text. */
    readonly seq: ColumnType<string, number, never>;
    readonly id: Kept<Address>;
    readonly kind: Kept<StatementKind>;
    readonly jws: Kept<string>;
    readonly recorded_at: ColumnType<Date, string, never>;
    readonly previous: Kept<Address>;
    readonly hash: Kept<Address>;
    /** The first entry of those that were written at once. */
    readonly decision: ColumnType<string, number, never>;
  };
  readonly content: { readonly address: Kept<Address>; readonly text: Kept<string> };
}
