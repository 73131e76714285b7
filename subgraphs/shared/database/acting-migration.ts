import { ACTING_SQL } from './acting.js';
import { LEAKPROOF_SQL } from './caller-role.js';
import { GUARD_HISTORY_SQL, guardTables, type Guard } from './guarding.js';
import { keepTables, statementsMigration, type Keeping } from './keeping.js';
import { TELLING_SQL } from './telling.js';
import type { MigrationObject } from '@mikro-orm/core';

/** What of a subgraph is opened to callers. */
export interface Acting {
  readonly guards: readonly Guard[];
  /** Functions that hold rules over several rows: they look at all rows, whatever the caller may see. */
  readonly rules?: readonly string[];
  /** SQL after the rest. */
  readonly after?: readonly string[];
}

/** The migration that lets callers act: who they are, what they may see of each table, and what is kept of it. */
export function actingMigration(name: string, { guards, rules = [], after = [] }: Acting): MigrationObject {
  return statementsMigration(name, [
    ...ACTING_SQL,
    ...TELLING_SQL,
    ...GUARD_HISTORY_SQL,
    LEAKPROOF_SQL,
    ...rules.map((rule) => `alter function ${rule}() security definer set search_path = public, pg_temp`),
    ...guardTables(guards),
    ...after,
  ]);
}

/** What is said of tables that are added to a subgraph in which callers act. */
export interface Added extends Keeping {
  /** One for each table. */
  readonly guards: readonly Guard[];
  /** SQL before the rest: the tables themselves, as `npm run migration` writes them. */
  readonly create: readonly string[];
  /** SQL after the rest. */
  readonly after?: readonly string[];
}

/** The migration that adds tables with their history, their rules and who may see and write them. */
export function addedMigration(
  name: string,
  { create, guards, after = [], ...keeping }: Added,
): MigrationObject {
  return statementsMigration(name, [...create, ...keepTables(keeping), ...guardTables(guards), ...after]);
}
