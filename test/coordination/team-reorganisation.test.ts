import { keyOf } from '../../schema/contract/ids.js';
import { ANONYMOUS, type Caller } from '../../schema/contract/caller.js';
import {
  A_TEAM,
  aPractice,
  idOf,
  of,
  policeOfficer,
  refOf,
  unionOfficer,
  type Practice,
} from './practice.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const BEFORE = { union: unionOfficer('ldld-bac-giang'), police: policeOfficer('cong-an-bac-giang') };
const AFTER = { union: unionOfficer('ldld-bac-ninh-2025'), police: policeOfficer('cong-an-bac-ninh-2025') };
const UNDER_BAC_GIANG = {
  kind: 'LODGING_QUARTER',
  place: idOf('AdministrativeUnit', 'thi-xa-viet-yen'),
  supportingUnion: idOf('UnionOrganization', 'ldld-bac-giang'),
  guidingPolice: idOf('PoliceOrganization', 'cong-an-bac-giang'),
};

let practice: Practice;
beforeAll(async () => {
  practice = await aPractice('2025-06-01');
});
afterAll(() => practice.close());

async function leftBehind(caller: Caller): Promise<readonly string[]> {
  const { data } = await practice.ask('{ teamsToRepoint { totalCount nodes { id } } }', {}, caller);
  return data.teamsToRepoint.nodes.map(({ id }: { id: string }) => id);
}

async function anActiveTeam(values: object) {
  const proposed = await practice.change(BEFORE.union, 'proposeTeam', values);
  const input = { ...of(proposed.node), establishedOn: '2022-05-01' };
  const established = await practice.change(BEFORE.police, 'establishTeam', input);
  return (await practice.change(BEFORE.union, 'activateTeam', of(established.node))).node;
}

test('a team lives through the reorganisation: it is re-pointed to the successors and stays the same team', async () => {
  const team = await anActiveTeam(UNDER_BAC_GIANG);
  expect(await leftBehind(BEFORE.union)).toEqual([]);

  practice.moveTo('2025-07-01');
  const left = await Promise.all([AFTER.union, AFTER.police, unionOfficer('vgcl')].map(leftBehind));
  expect(left).toEqual([[team.id], [team.id], [team.id]]);
  expect(await leftBehind(unionOfficer('ldld-elsewhere'))).toEqual([]);

  const { guidingPolice, supportingUnion, place } = A_TEAM;
  const guided = await practice.change(AFTER.police, 'repointTeam', { ...of(team), guidingPolice });
  expect(await leftBehind(AFTER.police)).toEqual([team.id]);
  const moved = { ...of(guided.node), supportingUnion, place };
  const supported = await practice.change(AFTER.union, 'repointTeam', moved);

  expect(await leftBehind(AFTER.union)).toEqual([]);
  expect(supported.node).toMatchObject({ id: team.id, state: 'ACTIVE', version: team.version + 2 });
  const history = await practice.owner(
    `select content ->> 'supporting_union' as union, content ->> 'guiding_police' as police
     from record_version where type = 'self_managed_team' and key = ? order by version`,
    [keyOf('SelfManagedTeam', team.id)],
  );
  const [union, police] = [
    refOf('UnionOrganization', 'ldld-bac-giang'),
    refOf('PoliceOrganization', 'cong-an-bac-giang'),
  ];
  const nextUnion = refOf('UnionOrganization', 'ldld-bac-ninh-2025');
  const nextPolice = refOf('PoliceOrganization', 'cong-an-bac-ninh-2025');
  expect(history).toEqual([
    ...['PROPOSED', 'ESTABLISHED', 'ACTIVE'].map(() => ({ union, police })),
    { union, police: nextPolice },
    { union: nextUnion, police: nextPolice },
  ]);
});

test('a team that pauses on the day its union ends works again once it is re-pointed, not before', async () => {
  practice.moveTo('2025-06-01');
  const team = await anActiveTeam(UNDER_BAC_GIANG);
  const { node: dormant } = await practice.change(BEFORE.union, 'suspendTeam', of(team));
  practice.moveTo('2025-07-01');

  const refused = await practice.change(AFTER.union, 'activateTeam', of(dormant));
  const { guidingPolice, supportingUnion } = A_TEAM;
  const repointed = await practice.change(AFTER.union, 'repointTeam', {
    ...of(dormant),
    guidingPolice,
    supportingUnion,
  });
  const again = await practice.change(AFTER.union, 'activateTeam', of(repointed.node));

  expect(refused).toMatchObject({ codes: ['GUARD_FAILED'], rules: ['organization-stands-that-day'] });
  expect(again.node).toMatchObject({ id: team.id, state: 'ACTIVE' });
});

test('a team is not re-pointed to a union before the first day of that union', async () => {
  practice.moveTo('2025-06-30');
  const team = await anActiveTeam(UNDER_BAC_GIANG);
  const { supportingUnion } = A_TEAM;

  const early = await practice.change(BEFORE.police, 'repointTeam', { ...of(team), supportingUnion });

  expect(early).toMatchObject({ node: null, rules: ['organization-stands-that-day'] });
});

test('a succession that another agency announces changes no team, and shows those it leaves behind', async () => {
  practice.moveTo('2026-10-01');
  const { node } = await practice.change(AFTER.union, 'proposeTeam', A_TEAM);
  const established = await practice.change(AFTER.union, 'establishTeam', {
    ...of(node),
    establishedOn: '2026-10-01',
  });
  const { node: team } = await practice.change(AFTER.union, 'activateTeam', of(established.node));
  const [old, next] = [
    refOf('UnionOrganization', 'ldld-bac-ninh-2025'),
    refOf('UnionOrganization', 'ldld-next'),
  ];

  await practice.owner('update organization_edge set valid_to = ? where below = ? and valid_to is null', [
    '2027-01-01',
    old,
  ]);
  await practice.owner(
    `select keep_edge(row(gen_random_uuid(), ?, ?, ?::date, null::date, 'SUCCESSOR')::organization_edge)`,
    [old, next, '2027-01-01'],
  );
  const before = await leftBehind(AFTER.union);
  practice.moveTo('2027-01-01');

  expect([before.includes(team.id), (await leftBehind(AFTER.union)).includes(team.id)]).toEqual([
    false,
    true,
  ]);
  const { data } = await practice.ask(
    'query ($id: ID!) { team(id: $id) { state version supportingUnion { id } } }',
    { id: team.id },
  );
  expect(data.team).toEqual({
    state: 'ACTIVE',
    version: team.version,
    supportingUnion: { id: A_TEAM.supportingUnion },
  });
});

test('the public is not told which teams are left behind', async () => {
  const { data, errors } = await practice.ask('{ teamsToRepoint { totalCount } }', {}, ANONYMOUS);

  expect(data.teamsToRepoint).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_SCOPE' } }]);
});
