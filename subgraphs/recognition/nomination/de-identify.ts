import type { Database } from '../../shared/database/database.js';
import { SUCCESSFUL } from './nomination-steps.js';
import { randomUUID } from 'node:crypto';

/** What a day's forgetting removed. */
interface Forgotten {
  readonly recipient: string;
}

/**
 * Removes what is said in words of individuals who were nominated in vain, wherever their files came to a halt: names, and what was written of their
 * files. Names of people who were entered and never nominated go as well. No copy of any of it exists; the audit log
 * tells for which recipients it was done. To be run every day; running it again changes nothing.
 *
 * Source: domain rule, reads and privacy: twelve months after the round closes.
 *
 * @param today in Vietnam, `YYYY-MM-DD`
 * @returns how many recipients it was about
 */
export async function deIdentify(database: Database, today: string): Promise<number> {
  return database.fork().transactional(async (em) => {
    const rows = await em.execute<Forgotten[]>(FORGET, [SUCCESSFUL, today, today]);
    const nodes = [...new Set(rows.map(({ recipient }) => `Recipient:${recipient}`))];
    if (nodes.length > 0) await em.execute('select record_audit(?::jsonb)', [JSON.stringify(lineOf(nodes))]);
    return nodes.length;
  });
}

function lineOf(nodes: readonly string[]) {
  const who = { subject: null, organization: null, role: 'SYSTEM', purpose: 'RETENTION' };
  return { ...who, operation: 'deIdentify', nodes, decision: 'DONE', request: randomUUID() };
}

const FORGET = `
  with file as (
    select n.key, n.recipient_key, n.state not in (?) and r.closes_on + interval '12 months' <= ?::date as is_over
    from nomination n join award_round r on r.key = n.round_key
  ), person as (
    select p.key, coalesce(bool_and(f.is_over), p.recorded_at + interval '12 months' <= ?::date) as is_over
    from recipient p left join file f on f.recipient_key = p.key
    where p.kind = 'INDIVIDUAL' group by p.key
  )
  delete from personal_text t using person p
  where t.recipient_key = p.key
    and (p.is_over or t.nomination_key in (select f.key from file f where f.is_over))
  returning t.recipient_key as recipient`;
