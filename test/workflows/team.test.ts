import {
  aHubAtWork,
  aUnion,
  FEDERATION,
  type HubAtWork,
  of,
  officerOf,
  POLICE,
  SOURCE,
  WARD,
  WHO,
} from './an-office.js';
import type { Office } from '../support/officers.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let hub: HubAtWork;
beforeAll(async () => {
  hub = await aHubAtWork();
});
afterAll(() => hub.close());

async function leftBehind(office: Office) {
  const { data } = await hub.ask(
    '{ teamsToRepoint { nodes { id supportingUnion { nameVi } } } }',
    {},
    office,
  );
  return data.teamsToRepoint.nodes;
}

test('a team whose union is merged into another is left behind until it is re-pointed, and stays the same team', async () => {
  const union = await aUnion(hub);
  const officer = officerOf(union.id);
  const proposed = await hub.done('proposeTeam', officer, {
    kind: 'LODGING_QUARTER',
    place: WARD,
    supportingUnion: union.id,
    guidingPolice: POLICE,
  });
  const established = await hub.done('establishTeam', WHO.police, {
    ...of(proposed),
    establishedOn: '2026-09-01',
  });
  const team = await hub.done('activateTeam', officer, of(established));

  await hub.done('endOrganization', WHO.union, {
    ...of(union),
    on: '2026-10-01',
    successors: [{ organization: FEDERATION, kind: 'MERGED_INTO' }],
    legalDocument: '12/QĐ-LĐLĐ',
    source: SOURCE,
  });
  expect(await leftBehind(WHO.police)).toEqual([]);
  await hub.deliver();

  const waiting = [{ id: team.id, supportingUnion: { nameVi: 'Công đoàn phường Bắc Giang' } }];
  expect(await leftBehind(WHO.police)).toEqual(waiting);
  expect(await leftBehind(WHO.union)).toEqual(waiting);
  const moved = await hub.done('repointTeam', WHO.union, { ...of(team), supportingUnion: FEDERATION });
  expect(moved).toMatchObject({ id: team.id, state: 'ACTIVE' });
  expect(await leftBehind(WHO.union)).toEqual([]);
});
