import { statementsMigration } from '../../shared/database/keeping.js';

/**
 * A file keeps the version of its rule that held when it was first handed in. Of files that were handed in before this,
 * it is what the history knew at that moment.
 */
export const ruleOfTheDay = statementsMigration('0023-rule-of-the-day', [
  `alter table "nomination" add "rule_version" int null`,
  `update nomination n set rule_version = (
    select max(v.version) from record_version v where v.type = 'award_authority_rule' and v.key = n.rule_key
      and v.recorded_at <= (select min(s.recorded_at) from nomination_step s
        where s.nomination_key = n.key and s.act = 'SUBMIT')
  ) where n.submitted_on is not null`,
  `create function nomination_keeps_its_rule() returns trigger language plpgsql as $$
  begin
    raise exception 'nomination %: nomination_keeps_its_rule', new.key
      using errcode = 'check_violation', constraint = 'nomination_keeps_its_rule';
  end $$`,
  `create trigger nomination_keeps_its_rule before update on nomination for each row
   when (old.rule_version is not null
     and (old.rule_key, old.rule_version) is distinct from (new.rule_key, new.rule_version))
   execute function nomination_keeps_its_rule()`,
]);
