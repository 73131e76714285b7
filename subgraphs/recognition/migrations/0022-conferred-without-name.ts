import { statementsMigration } from '../../shared/database/keeping.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** SQL that refuses a change by the name of the rule that it breaks. */
const refuse = (rule: string): string =>
  `raise exception '${rule}' using errcode = 'check_violation', constraint = '${rule}'`;

/**
 * A decision stands though the individual refuses or withdraws consent after it: the award is conferred and counted, and
 * neither the name nor the workplace is told. Before the decision consent is needed as ever. Whoever withdraws consent
 * while the award is conferred waits for that, or the conferral for the withdrawal.
 *
 * Source: domain rule, life cycles: nothing is withdrawn after the decision, and no answer is not consent.
 */
export const conferredWithoutName = statementsMigration('0022-conferred-without-name', [
  `create or replace function is_held_back(nomination uuid, act text) returns boolean language sql stable ${DEFINER} as $$
    select act not in ('RETURN', 'ENDORSE', 'OBJECT', 'WITHDRAW', 'REJECT', 'DECLINE', 'LEAVE_OUTCOME_UNKNOWN', 'REVOKE', 'SUBMIT', 'DRAFT')
      and exists (select from nomination_hold h where h.nomination_key = nomination and h.released_on is null)
      or act in ('DECIDE', 'RECORD_OUTSIDE_DECISION')
      and (select lacks_consent(n.recipient_key) from nomination n where n.key = is_held_back.nomination)
  $$`,
  `create or replace function recognition_is_decided() returns trigger language plpgsql ${DEFINER} as $$
  begin
    if not exists (
      select from nomination n join decision d on d.key = n.decision_key
      where n.key = new.nomination_key and n.state in ('DECIDED', 'CONFERRED', 'REVOKED') and d.key = new.decision_key
        and n.recipient_key = new.recipient_key and d.decided_on <= new.conferred_on
    ) then
      ${refuse('recognition_is_decided')};
    end if;
    if tg_op = 'UPDATE' then
      if old.organization is null and new.organization is not null then ${refuse('recognition_counts_only')}; end if;
      return new;
    end if;
    perform from consent where recipient_key = new.recipient_key for share;
    if consent_is_withheld(new.recipient_key) or exists (select from recipient r
      where r.key = new.recipient_key and r.kind = 'INDIVIDUAL' and r.visibility = 'COUNT_ONLY') then
      if new.organization is not null then ${refuse('recognition_counts_only')}; end if;
      return new;
    end if;
    update recipient set classification = 'PUBLIC' where key = new.recipient_key and classification <> 'PUBLIC';
    return new;
  end $$`,
]);
