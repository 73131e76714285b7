import { Migration } from '@mikro-orm/migrations';

/**
 * Nothing is conferred before it is decided: no day that a batch's date may mean lies before its decision. Seen at the
 * end of the transaction, which may correct both. Source: domain rule, invariants of batches.
 */
const RULE_SQL = (
  table: string,
  column: string,
): string => `create function ${table}_decided_first() returns trigger
language plpgsql as $$
begin
  if exists (
    select 1 from recognition_batch b join decision d on d.key = b.decision_key
    where ${column} = new.key and upper(days_of(b.conferred_at)) <= d.decided_on
  ) then
    raise exception '${table} %: conferred before it was decided', new.key using errcode = 'check_violation';
  end if;
  return null;
end $$`;

const TABLES = { recognition_batch: 'b.key', decision: 'd.key' } as const;

/** Lets the database refuse a conferral before its decision. */
export class DecidedBeforeConferred extends Migration {
  override up(): void {
    for (const [table, column] of Object.entries(TABLES)) {
      this.addSql(RULE_SQL(table, column));
      this.addSql(
        `create constraint trigger ${table}_decided_first after insert or update on ${table}
         deferrable initially deferred for each row execute function ${table}_decided_first()`,
      );
    }
  }
}
