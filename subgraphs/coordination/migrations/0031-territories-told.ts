import { statementsMigration } from '../../shared/database/keeping.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Coordination tells which police is in charge of which territory, and when: who is competent for a place follows from it. */
export const territoriesTold = statementsMigration('0031-territories-told', [
  `create function tell_territory(t police_jurisdiction) returns void language sql ${DEFINER} as $$
    select announce('PoliceOrganization:' || t.police_key, 'POLICE_TERRITORY', jsonb_build_object('key', t.key,
      'police', 'PoliceOrganization:' || t.police_key, 'unit', t.unit, 'valid_from', t.valid_from, 'valid_to', t.valid_to))
  $$`,
  'revoke execute on function tell_territory(police_jurisdiction) from public',
  `create function police_jurisdiction_is_told() returns trigger language plpgsql ${DEFINER} as $$
  begin
    perform tell_territory(new);
    return null;
  end $$`,
  `create trigger police_jurisdiction_is_told after insert or update on police_jurisdiction
   for each row execute function police_jurisdiction_is_told()`,
  'select tell_territory(t) from police_jurisdiction t',
]);
