import { HISTORY_SQL, indexNamesOf, keepHistoryOf, neverTwoAtOnce, UUID_RANGE_SQL } from './history.js';
import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';

/** What the database itself holds a subgraph's tables to, beyond their columns. */
export interface Keeping {
  /** Tables of which every version is kept: all of them. */
  readonly tables: readonly string[];
  /** Tables that are searched by name. */
  readonly named: readonly string[];
  /** Tables of which no two rows with the same column hold on one day. */
  readonly onePerDay: readonly (readonly [table: string, column: string])[];
}

/** The migration that attaches history, search and rules over time to new tables. */
export function keepingMigration(name: string, { tables, named, onePerDay }: Keeping): MigrationObject {
  const statements = [
    ...HISTORY_SQL,
    UUID_RANGE_SQL,
    ...tables.flatMap(keepHistoryOf),
    ...named.map(indexNamesOf),
    ...onePerDay.map(([table, column]) => neverTwoAtOnce(table, column)),
  ];
  class KeepingMigration extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  }
  return { name, class: KeepingMigration };
}
