const DEFINER = 'security definer set search_path = public, pg_temp';

/** SQL that refuses a change by the name of the rule that it breaks. */
const refuse = (rule: string): string =>
  `raise exception '${rule}' using errcode = 'check_violation', constraint = '${rule}'`;

/** SQL of what recipients, consents and recognitions are held to. Source: domain rule, invariants. */
export const RECOGNITION_RULES_SQL: readonly string[] = [
  `create function personal_text_fits() returns trigger language plpgsql ${DEFINER} as $$
  begin
    if new.kind = 'NAME' and (select r.kind from recipient r where r.key = new.recipient_key) <> 'INDIVIDUAL' then
      ${refuse('personal_text_name_of_an_individual')};
    end if;
    return new;
  end $$`,
  `create trigger personal_text_fits before insert or update on personal_text
   for each row execute function personal_text_fits()`,
  `create function consent_moves() returns trigger language plpgsql ${DEFINER} as $$
  begin
    if (new.state = 'NOT_REQUIRED') = (select r.kind = 'INDIVIDUAL' from recipient r where r.key = new.recipient_key) then
      ${refuse('consent_of_an_individual')};
    elsif tg_op = 'INSERT' and new.state not in ('NOT_REQUIRED', 'NOT_REQUESTED')
      or old.state <> new.state and (old.state, new.state) not in
        (('NOT_REQUESTED', 'REQUESTED'), ('REQUESTED', 'GRANTED'), ('REQUESTED', 'REFUSED'), ('GRANTED', 'WITHDRAWN')) then
      ${refuse('consent_transition')};
    end if;
    return new;
  end $$`,
  `create trigger consent_moves before insert or update on consent for each row execute function consent_moves()`,
  `create function recognition_is_decided() returns trigger language plpgsql ${DEFINER} as $$
  begin
    if not exists (
      select from nomination n join decision d on d.key = n.decision_key
      where n.key = new.nomination_key and n.state in ('DECIDED', 'CONFERRED', 'REVOKED') and d.key = new.decision_key
        and n.recipient_key = new.recipient_key and d.decided_on <= new.conferred_on
    ) then
      ${refuse('recognition_is_decided')};
    end if;
    if exists (select from recipient r
      where r.key = new.recipient_key and r.kind = 'INDIVIDUAL' and r.visibility = 'COUNT_ONLY') then
      if new.organization is not null then ${refuse('recognition_counts_only')}; end if;
      return new;
    end if;
    update recipient set classification = 'PUBLIC' where key = new.recipient_key and classification <> 'PUBLIC';
    return new;
  end $$`,
  `create trigger recognition_is_decided before insert or update on recognition
   for each row execute function recognition_is_decided()`,
  `create function batch_counts_all(batch uuid) returns void language plpgsql ${DEFINER} as $$
  declare counted jsonb;
  begin
    select b.count into counted from recognition_batch b where b.key = batch for update;
    if counted ->> 'comparator' <> 'MORE_THAN'
      and (counted ->> 'value')::numeric < (select count(*) from recognition r where r.batch_key = batch) then
      ${refuse('recognition_batch_counts_all')};
    end if;
  end $$`,
  `create function recognition_is_counted() returns trigger language plpgsql ${DEFINER} as $$
  begin
    perform batch_counts_all(new.batch_key);
    return null;
  end $$`,
  `create trigger recognition_is_counted after insert or update on recognition
   for each row when (new.batch_key is not null) execute function recognition_is_counted()`,
  `create function recognition_batch_still_counts() returns trigger language plpgsql ${DEFINER} as $$
  begin
    perform batch_counts_all(new.key);
    return null;
  end $$`,
  `create trigger recognition_batch_still_counts after update on recognition_batch
   for each row when (old.count <> new.count) execute function recognition_batch_still_counts()`,
];
