import { firstDataKey } from '../../schema/contract/ids.js';
import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const agencies = new Map<string, Asked>();
beforeAll(async () => {
  for (const plan of [union, coordination, recognition]) agencies.set(plan.name, await aLoaded(plan));
});
afterAll(async () => {
  for (const asked of agencies.values()) await asked.close();
});

/** Runs SQL in the database of one agency. */
async function run(agency: string, sql: string, values: readonly unknown[] = []) {
  const rows = await agencies.get(agency)?.subgraph.database.fork().execute<object[]>(sql, values);
  return rows ?? [];
}

/** Runs statements in one transaction. */
function together(agency: string, ...statements: readonly string[]): Promise<unknown> | undefined {
  return agencies
    .get(agency)
    ?.subgraph.database.fork()
    .transactional(async (em) => {
      for (const statement of statements) await em.execute(statement);
    });
}

const A_UNIT = `insert into administrative_unit (key, version, recorded_at, name_vi, search_key, sort_key, exact_keys, code, level, unit_type)
  values (gen_random_uuid(), 7, '2001-01-01', 'Tỉnh Xưa', 'tinh xua', 'tinh xua', '{}', '98', 'PROVINCE', 'TINH') returning key`;

describe('the database keeps', () => {
  test('a record from being deleted', async () => {
    await expect(run('union', 'delete from succession_edge')).rejects.toThrow('never removed');
  });

  test('a version from being rewritten', async () => {
    const rewriting = run('union', `update record_version set content = '{}'`);
    await expect(rewriting).rejects.toThrow('never removed or rewritten');
  });

  test('the time and the number of a new record, whatever its writer says', async () => {
    await run('union', A_UNIT);
    const rows = await run(
      'union',
      `select version, recorded_at > now() - interval '1 minute' as recent from record_version where content->>'code' = '98'`,
    );
    expect(rows).toEqual([{ version: 1, recent: true }]);
  });

  test('the time and the number of a new version, whatever its writer says', async () => {
    await run(
      'union',
      `update administrative_unit set version = 1, recorded_at = '2001-01-01', name_en = 'Old' where name_vi = 'Tỉnh Hà Giang'`,
    );
    const rows = await run(
      'union',
      `select version, recorded_at > now() - interval '1 minute' as recent from record_version where content->>'name_en' = 'Old'`,
    );
    expect(rows).toEqual([{ version: 2, recent: true }]);
  });

  test.each(['union', 'coordination', 'recognition'])(
    'to the schema that the mapping of %s expects',
    async (agency) => {
      expect(await agencies.get(agency)?.subgraph.database.drift()).toEqual([]);
    },
  );

  test('an index for lists in the order of the names', async () => {
    const rows = await run(
      'union',
      `select indexdef from pg_indexes where indexname = 'administrative_unit_by_name'`,
    );
    expect(JSON.stringify(rows)).toContain('(sort_key COLLATE \\"C\\", key)');
  });
});

describe('the database refuses', () => {
  test('a unit within two others on one day', async () => {
    const doubling = run(
      'union',
      `insert into administrative_parent (key, recorded_at, child_key, parent_key, valid_from, valid_to)
       select gen_random_uuid(), now(), child_key, child_key, valid_from, valid_to from administrative_parent limit 1`,
    );
    await expect(doubling).rejects.toThrow('administrative_parent_child_key_one_per_day');
  });

  test('a second police partner of one union on one day', async () => {
    const doubling = run(
      'coordination',
      `insert into counterpart (key, union_side, police_key)
       select gen_random_uuid(), c.union_side, p.key from counterpart c, police_organization p
       where p.key not in (select police_key from counterpart) limit 1`,
    );
    await expect(doubling).rejects.toThrow('counterpart_union_side_one_per_day');
  });

  test('a validity that ends before it begins, in every table that has one', async () => {
    for (const [agency] of agencies) {
      const tables = await run(
        agency,
        `select table_name from information_schema.columns where column_name = 'valid_to'`,
      );
      const checked = await run(
        agency,
        `select table_name from information_schema.table_constraints where constraint_name = 'valid_in_order'`,
      );
      expect(new Set(checked.map((row) => JSON.stringify(row)))).toEqual(
        new Set(tables.map((row) => JSON.stringify(row))),
      );
    }
    const turning = run(
      'union',
      `update administrative_unit set valid_from = '2020-01-02', valid_to = '2020-01-01' where name_vi = 'Tỉnh Hà Giang'`,
    );
    await expect(turning).rejects.toThrow('valid_in_order');
  });

  test.each([
    ['unit', 'administrative_unit', 'unit_key'],
    ['organisation', 'union_organization', 'organization_key'],
  ])('to close a %s before the date of its figures', async (_, table, column) => {
    const closing = run(
      'union',
      `update ${table} set valid_from = '1900-01-01', valid_to = '1900-01-02'
       where key in (select ${column} from membership_statistic union select ${column} from workforce_statistic)`,
    );
    await expect(closing).rejects.toThrow('figures lie outside');
  });

  test('an active team that nobody supports and guides', async () => {
    const founding = run(
      'coordination',
      `insert into self_managed_team (key, kind, state, place) values (gen_random_uuid(), 'LODGING_QUARTER', 'ACTIVE', ?)`,
      [`AdministrativeUnit:${firstDataKey('AdministrativeUnit', 'bac-giang')}`],
    );
    await expect(founding).rejects.toThrow('self_managed_team_active_is_supported');
  });

  const DECIDED = `with d as (
      insert into decision (key, document, authority, decided_on, signatory_office_vi)
      values (gen_random_uuid(), 'Document:x', 'PoliceOrganization:x', '2024-01-01', 'Bộ trưởng') returning key)
    update recognition_batch set decision_key = (select key from d) where key = '${firstDataKey('RecognitionBatch', 'bang-khen-mps-2023')}'`;
  const conferredIn = (value: string, precision: string) =>
    `update recognition_batch set conferred_at = '{"value": "${value}", "precision": "${precision}", "basis": "STATED"}'
     where key = '${firstDataKey('RecognitionBatch', 'bang-khen-mps-2023')}'`;

  test('a conferral before its decision', async () => {
    const early = together('recognition', DECIDED, conferredIn('2023-01-01', 'YEAR'));
    await expect(early).rejects.toThrow('conferred before it was decided');
  });

  test('a decision moved behind its conferral, but not one in the same year', async () => {
    await together('recognition', DECIDED, conferredIn('2024-01-01', 'YEAR'));
    await run('recognition', `update decision set decided_on = '2024-12-31'`);
    const moving = run('recognition', `update decision set decided_on = '2025-01-01'`);
    await expect(moving).rejects.toThrow('conferred before it was decided');
  });
});
