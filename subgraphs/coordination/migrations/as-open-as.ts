/** Where a row says which record it belongs to. */
interface Belonging {
  readonly column: string;
  readonly table: string;
}

/**
 * SQL that keeps rows as open as the records that they belong to: PUBLIC when all of those are, else INTERNAL, from the
 * beginning and whenever one of those is opened; and lets whoever may read those records read the row.
 */
export function asOpenAs(child: string, belongings: readonly Belonging[]): readonly string[] {
  const isClosed = belongings
    .map(
      ({ column, table }) =>
        `exists (select from ${table} p where p.key = c.${column} and p.classification <> 'PUBLIC')`,
    )
    .join(' or ');
  const isSeen = belongings
    .map(({ column, table }) => `exists (select from ${table} p where p.key = ${column})`)
    .join(' and ');
  return [
    `create function openness_of(c ${child}) returns text
     language sql stable security definer set search_path = public, pg_temp as $$
      select case when ${isClosed} then 'INTERNAL' else 'PUBLIC' end
    $$`,
    `create function ${child}_begins_as_open() returns trigger language plpgsql as $$
    begin
      new.classification := openness_of(new);
      return new;
    end $$`,
    `create trigger ${child}_begins_as_open before insert on ${child}
     for each row execute function ${child}_begins_as_open()`,
    ...belongings.flatMap((belonging) => opensWith(child, belonging)),
    `alter policy ${child}_is_read on ${child} using (classification = 'PUBLIC' or (${isSeen}))`,
  ];
}

function opensWith(child: string, { column, table }: Belonging): readonly string[] {
  const name = `${child}_opens_with_${column}`;
  return [
    `create function ${name}() returns trigger
     language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update ${child} c set classification = openness_of(c)
      where c.${column} = new.key and c.classification <> openness_of(c);
      return null;
    end $$`,
    `create trigger ${name} after update of classification on ${table}
     for each row when (new.classification <> old.classification) execute function ${name}()`,
  ];
}
