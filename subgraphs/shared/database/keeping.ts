import { HISTORY_SQL, keepHistoryOf } from './history.js';
import { neverTwoAtOnce, TIME_SQL, type RangeType } from './rules-over-time.js';
import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';

/** What the database itself holds a subgraph's tables to, beyond their columns. */
export interface Keeping {
  /** Tables of which every version is kept: all of them. */
  readonly tables: readonly string[];
  /** Tables that are searched and listed by name. */
  readonly named: readonly string[];
  /** Tables of which no two rows with the same column hold on one day; a column of texts names its range type. */
  readonly onePerDay: readonly (readonly [table: string, column: string, range?: RangeType])[];
}

/** The migration that attaches history, search and rules over time to new tables. */
export function keepingMigration(name: string, { tables, named, onePerDay }: Keeping): MigrationObject {
  const statements = [
    ...HISTORY_SQL,
    ...TIME_SQL,
    ...tables.flatMap(keepHistoryOf),
    ...named.flatMap(indexNamesOf),
    ...onePerDay.map((rule) => neverTwoAtOnce(...rule)),
  ];
  class KeepingMigration extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  }
  return { name, class: KeepingMigration };
}

/** SQL of the indexes by which records with names are searched and listed in their order. */
function indexNamesOf(table: string): readonly string[] {
  return [
    `create index ${table}_search on ${table} using gin (to_tsvector('simple', search_key))`,
    `create index ${table}_by_name on ${table} (sort_key collate "C", key)`,
  ];
}
