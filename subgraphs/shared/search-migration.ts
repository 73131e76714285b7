import { CALLER_ROLE } from './database/caller-role.js';

/** What a record is mainly called, folded; see `named-record.ts`. */
const MAIN_NAME = `split_part(search_key, E'\\n', 1)`;
const HAS_OTHERS = `position(E'\\n' in search_key) > 0`;
const WHOLE_NAMES = `string_to_array(search_key, E'\\n')`;

/** How many words the main name has, one space between two; longer ones are no longer told apart. Unit: words. */
const LENGTH = `least(octet_length(${MAIN_NAME}) - octet_length(replace(${MAIN_NAME}, ' ', '')) + 1, 998)`;

/**
 * SQL by which tables of records with names can be searched at the cost of what is found: indexes of the order in which
 * hits stand, with the names, so that to read on costs little; of whole names; and of the words of main names. For each
 * table there is a view, `<table>_names`.
 *
 * The view holds public rows alone and belongs to the owner of the table, so it asks its indexes at once, where row-level
 * security would first have each row looked at: what an index is made of here might tell of rows that it hides.
 */
export function letSearch(tables: readonly string[]): readonly string[] {
  return tables.flatMap((table) => [
    `create index ${table}_length_search on ${table} ((${LENGTH}), (sort_key collate "C"))
     include (key, search_key) where classification = 'PUBLIC'`,
    `create index ${table}_others_search on ${table} ((sort_key collate "C"))
     include (key, search_key) where classification = 'PUBLIC' and ${HAS_OTHERS}`,
    `create index ${table}_whole_search on ${table} using gin ((${WHOLE_NAMES}))`,
    `create index ${table}_main_search on ${table} using gin (to_tsvector('simple', ${MAIN_NAME}))`,
    `create view ${table}_names as
     select key, name_vi, sort_key, search_key, exact_keys,
       ${MAIN_NAME} as main_name, ${WHOLE_NAMES} as whole_names, ${HAS_OTHERS} as has_others, ${LENGTH} as length
     from ${table} where classification = 'PUBLIC'`,
    `grant select on ${table}_names to ${CALLER_ROLE}`,
    `analyze ${table}`,
  ]);
}
