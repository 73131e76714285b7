/** A column by which rows that hold for a time point at records that hold for a time. */
export interface HeldLink {
  readonly table: string;
  readonly column: string;
  readonly target: string;
  /** Whether all days of the row must be days of the record, or one is enough. Default: one is enough. */
  readonly within?: boolean;
}

/**
 * SQL of the function behind {@link holdTogether}: its arguments are table, column, target and the operator between the
 * days of the row and those of the record. A breach is told as that of the rule `<table>_<column>_held`.
 */
export const HELD_TOGETHER_SQL = `create function held_together() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    side text := case tg_table_name when tg_argv[0] then 'held' else 'target' end;
    rule text := format('%s_%s_held', tg_argv[0], tg_argv[1]);
    broken boolean;
  begin
    execute format(
      'select exists (
        select from %I held join %I target on target.key = held.%I
        where %I.key = $1 and not
          daterange(held.valid_from, held.valid_to) %s daterange(target.valid_from, target.valid_to)
      )', tg_argv[0], tg_argv[2], tg_argv[1], side, tg_argv[3]
    ) into broken using new.key;
    if broken then
      raise exception '% %: breaks %', tg_table_name, new.key, rule
        using errcode = 'check_violation', constraint = rule;
    end if;
    return null;
  end $$`;

/**
 * SQL of the rule that what points at each other holds at the same time, whichever of the two is written; seen at the
 * end of the transaction, which may change both.
 */
export function holdTogether({ table, column, target, within = false }: HeldLink): readonly string[] {
  const then = `deferrable initially deferred for each row
    execute function held_together('${table}', '${column}', '${target}', '${within ? '<@' : '&&'}')`;
  return [
    `create constraint trigger ${table}_${column}_held after insert or update on ${table} ${then}`,
    `create constraint trigger ${target}_holds_${table}_${column} after update of valid_from, valid_to on ${target} ${then}`,
  ];
}
