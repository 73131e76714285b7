import type { Database } from '../../shared/database/database.js';

/**
 * Records which obligations have become overdue by today, with one line in the audit log for all of them; to be run
 * once a day. What was recorded before is left alone, and a run that finds nothing leaves no line.
 *
 * @returns how many became overdue. Unit: obligations
 */
export async function markOverdue(database: Database, today: string): Promise<number> {
  const [marked] = await database.fork().execute<{ readonly count: number }[]>(
    `with overdue as (
      update reporting_obligation set state = 'OVERDUE' where state = 'DUE' and due_on < ? returning key
    ), told as materialized (
      select record_audit(jsonb_build_object(
        'subject', null, 'organization', null, 'role', 'TIMER', 'purpose', 'DUE_DAYS', 'request', gen_random_uuid(),
        'operation', 'markOverdue', 'decision', 'DONE', 'nodes', jsonb_agg('ReportingObligation:' || key)
      )) from overdue having count(*) > 0
    )
    select count(*)::int as count from overdue, (select count(*) from told) line`,
    [today],
  );
  return marked?.count ?? 0;
}
