const DEFINER = 'security definer set search_path = public, pg_temp';

/** The life cycle of a nomination: state before, state after, step. */
const STEPS = `
  (null, 'DRAFT', 'DRAFT'),
  ('DRAFT', 'SUBMITTED', 'SUBMIT'), ('RETURNED', 'SUBMITTED', 'SUBMIT'),
  ('SUBMITTED', 'RETURNED', 'RETURN'), ('VERIFIED', 'RETURNED', 'RETURN'),
  ('ENDORSED', 'RETURNED', 'RETURN'), ('OBJECTED', 'RETURNED', 'RETURN'),
  ('SUBMITTED', 'VERIFIED', 'VERIFY'),
  ('VERIFIED', 'CONSULTATION', 'CONSULT'),
  ('CONSULTATION', 'ENDORSED', 'ENDORSE'), ('CONSULTATION', 'OBJECTED', 'OBJECT'),
  ('VERIFIED', 'PUBLIC_COMMENT', 'OPEN_COMMENT'), ('ENDORSED', 'PUBLIC_COMMENT', 'OPEN_COMMENT'),
  ('OBJECTED', 'PUBLIC_COMMENT', 'OPEN_COMMENT'), ('PUBLIC_COMMENT', 'COUNCIL_READY', 'CLOSE_COMMENT'),
  ('VERIFIED', 'COUNCIL_READY', 'READY'), ('ENDORSED', 'COUNCIL_READY', 'READY'), ('OBJECTED', 'COUNCIL_READY', 'READY'),
  ('COUNCIL_READY', 'VOTED_PASSED', 'PASS_VOTE'), ('COUNCIL_READY', 'VOTED_FAILED', 'FAIL_VOTE'),
  ('VOTED_PASSED', 'DECIDED', 'DECIDE'), ('VOTED_PASSED', 'REJECTED', 'DECLINE'),
  ('DECIDED', 'CONFERRED', 'CONFER'), ('CONFERRED', 'REVOKED', 'REVOKE'),
  ('DRAFT', 'WITHDRAWN', 'WITHDRAW'), ('SUBMITTED', 'WITHDRAWN', 'WITHDRAW'), ('RETURNED', 'WITHDRAWN', 'WITHDRAW'),
  ('VERIFIED', 'WITHDRAWN', 'WITHDRAW'), ('CONSULTATION', 'WITHDRAWN', 'WITHDRAW'), ('ENDORSED', 'WITHDRAWN', 'WITHDRAW'),
  ('OBJECTED', 'WITHDRAWN', 'WITHDRAW'), ('PUBLIC_COMMENT', 'WITHDRAWN', 'WITHDRAW'),
  ('COUNCIL_READY', 'WITHDRAWN', 'WITHDRAW'), ('VOTED_PASSED', 'WITHDRAWN', 'WITHDRAW'),
  ('FORWARDED', 'WITHDRAWN', 'WITHDRAW'),
  ('SUBMITTED', 'REJECTED', 'REJECT'), ('VERIFIED', 'REJECTED', 'REJECT'), ('ENDORSED', 'REJECTED', 'REJECT'),
  ('OBJECTED', 'REJECTED', 'REJECT'), ('PUBLIC_COMMENT', 'REJECTED', 'REJECT'), ('FORWARDED', 'REJECTED', 'REJECT'),
  ('VERIFIED', 'FORWARDED', 'FORWARD'), ('ENDORSED', 'FORWARDED', 'FORWARD'), ('OBJECTED', 'FORWARDED', 'FORWARD'),
  ('VOTED_PASSED', 'FORWARDED', 'FORWARD'),
  ('FORWARDED', 'DECIDED', 'RECORD_OUTSIDE_DECISION'), ('FORWARDED', 'OUTCOME_UNKNOWN', 'LEAVE_OUTCOME_UNKNOWN')`;

/** The acts of those who nominate. */
const OF_NOMINATORS = `array['DRAFT', 'REVISE', 'SUBMIT']`;

/** SQL of the nominations in which two duties were not kept apart. */
const BREACHES = `
  select later.nomination_key
  from nomination_step later join nomination_step earlier on earlier.nomination_key = later.nomination_key
  where earlier.act = any(acts_apart_from(later.act)) and (earlier.subject_digest = later.subject_digest
    or is_act_of_another_unit(later.act) and earlier.organization = later.organization)`;

/**
 * SQL of how nominations move. Each change of the state is looked at, whoever makes it, and written down as a step, and so
 * is each correction, which leaves the state as it is; the
 * steps of one file tell whether the same account took two of them, by a digest that means nothing in another file.
 * Source: domain rule, life cycles and invariants.
 */
export const NOMINATION_STEPS_SQL: readonly string[] = [
  `create function nomination_act(old_state text, new_state text) returns text language sql immutable as $$
    select s.act from (values ${STEPS}) s(before_state, after_state, act)
    where s.before_state is not distinct from old_state and s.after_state = new_state
  $$`,
  `create function acts_apart_from(act text) returns text[] language sql immutable as $$
    select case
      when act in ('VERIFY', 'RETURN', 'CONFER') then ${OF_NOMINATORS}
      when act in ('ENDORSE', 'OBJECT', 'PASS_VOTE', 'FAIL_VOTE') then ${OF_NOMINATORS} || array['VERIFY']
      when act in ('DECIDE', 'DECLINE') then ${OF_NOMINATORS} || array['PASS_VOTE', 'FAIL_VOTE']
      when act = 'RECORD_OUTSIDE_DECISION'
        then ${OF_NOMINATORS} || array['VERIFY', 'FORWARD', 'PASS_VOTE', 'FAIL_VOTE']
      else '{}'::text[]
    end
  $$`,
  `create function is_act_of_another_unit(act text) returns boolean language sql immutable as $$
    select act in ('VERIFY', 'RETURN')
  $$`,
  `create function subject_digest(nomination uuid) returns text language sql stable as $$
    select encode(sha256(convert_to(nomination::text || ':' || caller_claim('subject'), 'UTF8')), 'hex')
  $$`,
  `create function breaks_separation(nomination uuid, act text) returns boolean language sql stable ${DEFINER} as $$
    select exists (
      select from nomination_step s
      where s.nomination_key = nomination and s.act = any(acts_apart_from(breaks_separation.act))
        and (s.subject_digest = subject_digest(nomination)
          or is_act_of_another_unit(breaks_separation.act) and s.organization = caller_organization())
    ) or is_act_of_another_unit(act) and exists (
      select from nomination n where n.key = breaks_separation.nomination and n.nominator = caller_organization()
    )
  $$`,
  `create function separation_is_broken(nomination uuid) returns boolean language sql stable ${DEFINER} as $$
    select exists (${BREACHES} and later.nomination_key = separation_is_broken.nomination)
  $$`,
  `create function broken_separations() returns setof uuid language sql stable ${DEFINER} as $$ ${BREACHES} $$`,
  `create function is_awarded_already(nomination uuid) returns boolean language sql stable ${DEFINER} as $$
    select exists (
      select from nomination n join award_authority_rule u on u.key = n.rule_key join recipient r on r.key = n.recipient_key
      join nomination o on o.key <> n.key and o.state in ('DECIDED', 'CONFERRED')
      join recipient other on other.key = o.recipient_key
      where n.key = is_awarded_already.nomination
        and (other.key = r.key
          or r.kind = 'ORGANISATION' and other.kind = r.kind and other.organization = r.organization
          or r.kind = 'ENTERPRISE' and other.kind = r.kind and other.enterprise = r.enterprise)
        and (u.once_per_recipient and o.form_key = n.form_key
          or daterange(o.achieved_from, o.achieved_to, '[]') && daterange(n.achieved_from, n.achieved_to, '[]'))
    )
  $$`,
  `create function lacks_consent(recipient uuid) returns boolean language sql stable ${DEFINER} as $$
    select r.kind = 'INDIVIDUAL' and not exists (
      select from consent c where c.recipient_key = r.key and c.state in ('REQUESTED', 'GRANTED'))
    from recipient r where r.key = lacks_consent.recipient
  $$`,
  `create function is_held_back(nomination uuid, act text) returns boolean language sql stable ${DEFINER} as $$
    select act not in ('RETURN', 'ENDORSE', 'OBJECT', 'WITHDRAW', 'REJECT', 'DECLINE', 'LEAVE_OUTCOME_UNKNOWN', 'REVOKE', 'SUBMIT', 'DRAFT')
      and exists (select from nomination_hold h where h.nomination_key = nomination and h.released_on is null)
      or act in ('DECIDE', 'RECORD_OUTSIDE_DECISION', 'CONFER')
      and (select lacks_consent(n.recipient_key) from nomination n where n.key = is_held_back.nomination)
  $$`,
  `create function lock_award(nomination uuid) returns void language sql ${DEFINER} as $$
    select pg_advisory_xact_lock(hashtextextended('award:' || case r.kind
      when 'ORGANISATION' then r.organization when 'ENTERPRISE' then r.enterprise else r.key::text end, 0))
    from nomination n join recipient r on r.key = n.recipient_key where n.key = lock_award.nomination
  $$`,
  `create function nomination_moves() returns trigger language plpgsql ${DEFINER} as $$
  declare taken text := nomination_act(old.state, new.state); broken text;
  begin
    if tg_op = 'UPDATE' and (old.round_key, old.recipient_key, old.nominator, old.authority, old.form_key)
      is distinct from (new.round_key, new.recipient_key, new.nominator, new.authority, new.form_key) then
      broken := 'nomination_parties_stay';
    elsif old.state = new.state then return new;
    elsif tg_op = 'INSERT' and caller_role() is not null and not has_registered(new.recipient_key) then
      broken := 'nomination_recipient_is_own';
    elsif taken is null then broken := 'nomination_transition';
    elsif breaks_separation(new.key, taken) then broken := 'nomination_separation_of_duties';
    elsif is_held_back(new.key, taken) then broken := 'nomination_is_clear';
    elsif taken = 'SUBMIT' and lacks_consent(new.recipient_key) then broken := 'nomination_consent_requested';
    end if;
    if broken is not null then
      raise exception 'nomination %: %', new.key, broken using errcode = 'check_violation', constraint = broken;
    end if;
    return new;
  end $$`,
  `create trigger nomination_moves before insert or update on nomination
   for each row execute function nomination_moves()`,
  `create function record_step(file nomination, act text, before text) returns void language sql ${DEFINER} as $$
    insert into nomination_step (key, classification, nomination_key, ordinal, act, from_state, to_state, taken_on,
      role, organization, subject_digest)
    select gen_random_uuid(), 'RESTRICTED', file.key, coalesce(max(s.ordinal), 0) + 1, record_step.act,
      before, file.state, coalesce(caller_claim('today')::date, current_date),
      caller_role(), caller_organization(), subject_digest(file.key)
    from nomination_step s where s.nomination_key = file.key
  $$`,
  'revoke execute on function record_step(nomination, text, text) from public',
  `create function record_revision(nomination uuid) returns void language sql ${DEFINER} as $$
    select record_step(n, 'REVISE', n.state) from nomination n where n.key = record_revision.nomination
  $$`,
  `create function nomination_is_recorded() returns trigger language plpgsql ${DEFINER} as $$
  begin
    if old.state = new.state then return null; end if;
    perform record_step(new, nomination_act(old.state, new.state), old.state);
    update consultation set state = 'LAPSED'
    where nomination_key = new.key and state = 'ASKED' and new.state = 'WITHDRAWN';
    return null;
  end $$`,
  `create trigger nomination_is_recorded after insert or update on nomination
   for each row execute function nomination_is_recorded()`,
  `create function nomination_step_follows() returns trigger language plpgsql ${DEFINER} as $$
  declare last nomination_step;
  begin
    select * into last from nomination_step where nomination_key = new.nomination_key order by ordinal desc limit 1;
    if new.ordinal <> coalesce(last.ordinal, 0) + 1 or new.from_state is distinct from last.to_state
      or new.act is distinct from nomination_act(new.from_state, new.to_state)
        and not (new.act = 'REVISE' and new.from_state = new.to_state and new.to_state in ('DRAFT', 'RETURNED')) then
      raise exception 'step % of nomination % does not follow', new.ordinal, new.nomination_key
        using errcode = 'check_violation', constraint = 'nomination_step_follows';
    end if;
    return new;
  end $$`,
  `create trigger nomination_step_follows before insert on nomination_step
   for each row execute function nomination_step_follows()`,
  `create trigger nomination_step_is_written_once before update on nomination_step
   for each statement execute function refuse_loss()`,
  `create function consultation_settles() returns trigger language plpgsql ${DEFINER} as $$
  begin
    update nomination set state = new.state where key = new.nomination_key;
    return null;
  end $$`,
  `create trigger consultation_settles after update on consultation for each row
   when (old.state = 'ASKED' and new.state in ('ENDORSED', 'OBJECTED')) execute function consultation_settles()`,
];
