import { parseGlobalId } from '../../schema/contract/ids.js';
import { OrganizationParent } from '../../subgraphs/union/organization/organization-parent.entity.js';
import { UnionOrganization } from '../../subgraphs/union/organization/union-organization.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { keyIn, written } from './a-union.js';
import { actingFor, BAC_NINH, done, officeOf, refusal, SOURCE } from './an-office.js';
import { anEnd, aPlan, atWork, FEDERATION } from './an-organization.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

describe('an organisation that is placed under another', () => {
  test('leaves the one above it on the day on which the other takes it', async () => {
    const [id, other] = [await atWork(asked, { level: 'GRASSROOTS' }), await atWork(asked)];
    const input = { id, expectedVersion: 2, parent: other, from: '2026-05-01', source: SOURCE };

    const node = await done(asked, 'placeUnderParent', {
      input,
      as: BAC_NINH,
      select: 'before: parent(asOf: "2026-04-30") { id } after: parent(asOf: "2026-05-01") { id }',
    });
    expect(node).toEqual({ before: { id: FEDERATION }, after: { id: other } });
  });

  test('is in the scope of those above it from that day on', async () => {
    const [id, other] = [await atWork(asked, { level: 'GRASSROOTS' }), await atWork(asked)];
    const input = { id, expectedVersion: 2, parent: other, from: '2026-05-01', source: SOURCE };
    await done(asked, 'placeUnderParent', { input, as: BAC_NINH });

    const above = officeOf(other, 'UNION_OFFICER');
    expect(
      await done(asked, 'endOrganization', {
        ...anEnd(id, { successors: [{ organization: other, kind: 'FUNCTIONS_TO' }] }),
        as: above,
      }),
    ).toMatchObject({ version: 3 });
  });

  test('is refused below itself, where it stands already, and before what is recorded already', async () => {
    const above = await atWork(asked);
    const id = await atWork(asked, { level: 'GRASSROOTS', parent: above });
    const place = (child: string, parent: string, from = '2026-05-01') => ({
      input: { id: child, expectedVersion: 2, parent, from, source: SOURCE },
      as: BAC_NINH,
    });

    expect(await refusal(asked, 'placeUnderParent', place(above, id))).toEqual([
      ['GUARD_FAILED', 'organization_parent_no_circle'],
    ]);
    expect(await refusal(asked, 'placeUnderParent', place(id, above))).toEqual([
      ['GUARD_FAILED', 'another-parent'],
    ]);
    expect(await refusal(asked, 'placeUnderParent', place(id, FEDERATION, '2025-12-01'))).toEqual([
      ['GUARD_FAILED', 'no-later-parent'],
    ]);
  });

  test('is refused to those who are not above both', async () => {
    const [id, other] = [await atWork(asked, { level: 'GRASSROOTS' }), await atWork(asked)];
    const input = { id, expectedVersion: 2, parent: other, from: '2026-05-01', source: SOURCE };

    for (const as of [officeOf(other, 'UNION_OFFICER'), officeOf(id, 'UNION_OFFICER')])
      expect(await refusal(asked, 'placeUnderParent', { input, as })).toMatchObject([
        ['FORBIDDEN_SCOPE', expect.anything()],
      ]);
  });
});

describe('the database refuses', () => {
  const below = (child: string, parent: string) => ({
    child: keyIn(child),
    parent: keyIn(parent),
    validFrom: '2026-06-01',
  });

  test('unions that stand under each other', async () => {
    const [one, other] = [await atWork(asked), await atWork(asked)];
    for (const id of [one, other])
      await asked.subgraph.database
        .fork()
        .execute(`update organization_parent set valid_to = '2026-06-01' where child_key = ?`, [keyIn(id)]);

    await expect(written(asked, OrganizationParent, [below(one, other), below(other, one)])).rejects.toThrow(
      'organization_parent_no_circle',
    );
  });

  test('a planned union that stands under none', async () => {
    const alone = { nameVi: 'CĐCS Lẻ', level: 'GRASSROOTS', validFrom: '2027-01-01', isPlanned: true };

    await expect(written(asked, UnionOrganization, [alone])).rejects.toThrow('is planned under none');
  });

  test('a union that ends while others stand under it', async () => {
    const id = await atWork(asked);
    await atWork(asked, { level: 'GRASSROOTS', parent: id });
    const ending = asked.subgraph.database.fork().transactional(async (em) => {
      for (const [table, column] of [
        ['union_organization', 'key'],
        ['organization_parent', 'child_key'],
      ])
        await em.execute(`update ${table} set valid_to = '2026-06-01' where ${column} = ?`, [keyIn(id)]);
    });

    await expect(ending).rejects.toThrow('organization_parent_parent_key_held');
  });
});

describe('the confederation', () => {
  test('tells the other agencies who stands under whom, and who follows whom', async () => {
    const id = await atWork(asked);
    await done(asked, 'endOrganization', anEnd(id));

    const told = await asked.subgraph.database
      .fork()
      .execute('select kind, content from outbox where entity = ? order by id', [
        `UnionOrganization:${keyIn(id)}`,
      ]);
    const { type, key } = parseGlobalId(FEDERATION);
    expect(told).toMatchObject([
      {
        kind: 'ORGANIZATION_EDGE',
        content: { above: `${type}:${key}`, valid_from: '2026-01-01', valid_to: null },
      },
      ...told.slice(1, -1).map(() => ({ kind: 'ORGANIZATION_EDGE' })),
      { kind: 'ORGANIZATION_EDGE', content: { above: `${type}:${key}` } },
    ]);
    expect(told.length).toBeGreaterThan(2);
  });

  test.each(['DATA_STEWARD', 'POLICE_OFFICER', 'AUDITOR'] as const)('does not let %s plan', async (role) => {
    const as = actingFor('vgcl', role);

    expect(await refusal(asked, 'planOrganization', { input: aPlan(), as })).toEqual([
      ['FORBIDDEN_SCOPE', 'role'],
    ]);
  });
});
