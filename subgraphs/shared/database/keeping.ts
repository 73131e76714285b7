import { HISTORY_SQL, keepHistoryOf } from './history.js';
import { neverTwoAtOnce, TIME_SQL, type RangeType } from './rules-over-time.js';
import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';

/** What the database itself holds a subgraph's tables to, beyond their columns. */
export interface Keeping {
  /** Tables of which every version is kept: all of them. */
  readonly tables: readonly string[];
  /** Tables that are searched and listed by name. */
  readonly named?: readonly string[];
  /** Tables of which no two rows with the same column hold on one day; a column of texts names its range type. */
  readonly onePerDay?: readonly (readonly [table: string, column: string, range?: RangeType])[];
}

/** The migration that attaches history, search and rules over time to new tables. */
export function keepingMigration(name: string, keeping: Keeping): MigrationObject {
  return statementsMigration(name, [...HISTORY_SQL, ...TIME_SQL, ...keepTables(keeping)]);
}

/** SQL that attaches history, search and rules over time to new tables. */
export function keepTables({ tables, named = [], onePerDay = [] }: Keeping): readonly string[] {
  return [
    ...tables.flatMap(keepHistoryOf),
    ...named.flatMap(indexNamesOf),
    ...onePerDay.map((rule) => neverTwoAtOnce(...rule)),
  ];
}

/** The migration that runs the statements in their order. */
export function statementsMigration(name: string, statements: readonly string[]): MigrationObject {
  class StatementsMigration extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  }
  return { name, class: StatementsMigration };
}

/** SQL of the indexes by which records with names are searched and listed in their order. */
function indexNamesOf(table: string): readonly string[] {
  return [
    `create index ${table}_search on ${table} using gin (to_tsvector('simple', search_key))`,
    `create index ${table}_by_name on ${table} (sort_key collate "C", key)`,
  ];
}
