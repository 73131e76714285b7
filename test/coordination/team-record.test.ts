import { connected } from '../../gateway/embedded/postgres/client.js';
import { firstDataKey } from '../../schema/contract/ids.js';
import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

test('a team leads to its place, its union, its police and its trainings', async () => {
  await aTeam('one');
  await aTeam('two');

  const { data, statements } = await asked.entities(
    'UnionOrganization',
    [{ id: idOf('UnionOrganization', 'ldld-bac-giang') }],
    `teams(kind: LODGING_QUARTER) { nodes {
      memberCount establishedOn { value } place { id } supportingUnion { id } guidingPolice { nameVi } trainings { kind }
    } }`,
  );

  const team = {
    memberCount: 5,
    establishedOn: { value: '2022-01-01' },
    place: { id: idOf('AdministrativeUnit', 'bac-ninh-phuong-nenh') },
    supportingUnion: { id: idOf('UnionOrganization', 'ldld-bac-giang') },
    guidingPolice: { nameVi: 'Công an tỉnh Bắc Giang' },
    trainings: [{ kind: 'TRAINING' }],
  };
  expect(data._entities[0].teams.nodes).toEqual([team, team]);
  expect(statements).toBe(3);
});

test.each([
  ['PoliceOrganization', 'cong-an-bac-giang'],
  ['AdministrativeUnit', 'bac-ninh-phuong-nenh'],
])('a team is listed with its %s %s', async (type, name) => {
  await aTeam(`of ${type}`);

  const { data, statements } = await asked.entities(
    type,
    [{ id: idOf(type, name) }],
    'teams(state: ACTIVE) { nodes { memberCount } }',
  );

  expect(data._entities[0].teams.nodes).toContainEqual({ memberCount: 5 });
  expect(statements).toBe(type === 'PoliceOrganization' ? 2 : 1);
});

function aTeam(key: string): Promise<unknown> {
  return connected(asked.databaseUrl, (client) =>
    client.query(
      `insert into self_managed_team
         (key, version, recorded_at, kind, state, place, supporting_union, guiding_police, member_count, established_on, trainings)
       values ($1, 1, now(), 'LODGING_QUARTER', 'ACTIVE', $2, $3, $4, 5, $5, $6)`,
      [
        firstDataKey('SelfManagedTeam', key),
        ref('AdministrativeUnit', 'bac-ninh-phuong-nenh'),
        ref('UnionOrganization', 'ldld-bac-giang'),
        ref('PoliceOrganization', 'cong-an-bac-giang'),
        JSON.stringify({ value: '2022-01-01', precision: 'YEAR', basis: 'STATED' }),
        [ref('Activity', 'team-training-bac-giang')],
      ],
    ),
  );
}

function ref(type: string, key: string): string {
  return `${type}:${firstDataKey(type, key)}`;
}
