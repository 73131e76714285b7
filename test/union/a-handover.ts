import { connected } from '../../gateway/embedded/postgres/client.js';
import type { Asked } from '../support/loaded.js';
import { keyIn } from './a-union.js';
import { BAC_NINH, SOURCE } from './an-office.js';

/**
 * Writes many grassroots unions right below another since 2026, as they stand in a register that has known them for long:
 * with an analysed table, and nothing left to be told of them.
 */
export async function manyBelow(asked: Asked, parent: string, count: number): Promise<void> {
  await connected(asked.databaseUrl, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(
      `with added as (
         insert into union_organization (key, name_vi, level, search_key, sort_key, exact_keys, valid_from)
         select gen_random_uuid(), 'CĐCS ' || nth, 'GRASSROOTS', 'cdcs', 'cdcs', '{}', '2026-01-01'
         from generate_series(1, $1::int) nth returning key
       )
       insert into organization_parent (key, child_key, parent_key, valid_from)
       select gen_random_uuid(), key, $2, '2026-01-01' from added`,
      [count, keyIn(parent)],
    );
    await client.query('analyze union_organization, organization_parent, organization_edge');
  });
}

/** What hands over all unions below one, which is at version 2. */
export const aHandover = (id: string, to: string, more: object = {}) => ({
  input: {
    id,
    expectedVersion: 2,
    to,
    on: '2026-09-01',
    legalDocument: '15/QĐ-LĐLĐ',
    source: SOURCE,
    ...more,
  },
  as: BAC_NINH,
});
