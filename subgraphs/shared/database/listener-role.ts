/** The role that may read what an agency announces and say how far it has, and nothing else; an operator makes logins that belong to it. */
const LISTENER_ROLE = 'lien_thong_listener';

/** SQL that gives the role its rights, where the server has it. */
export const LISTENER_GRANTS_SQL = `do $$ begin
  if exists (select from pg_roles where rolname = '${LISTENER_ROLE}') then
    grant usage on schema public to ${LISTENER_ROLE};
    grant select on outbox to ${LISTENER_ROLE};
    grant execute on function acknowledge(text, bigint) to ${LISTENER_ROLE};
  end if;
end $$`;
