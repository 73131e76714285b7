import { OFFICER, POLICE, SOURCE } from './an-appointment.js';
import { aRegisterAtWork, type Done, type RegisterAtWork } from './at-work.js';
import { actingAs, idOf, of, policeOfficer, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let register: RegisterAtWork;
beforeAll(async () => {
  register = await aRegisterAtWork();
});
afterAll(() => register.close());

const MINISTRY = policeOfficer('mps');
const WARD_POLICE = idOf('PoliceOrganization', 'cong-an-bac-ninh-phuong-nenh');

let wards = 0;
/** A unit of its own for each test; that the union's register has it is not asked here. */
const aWard = () => idOf('AdministrativeUnit', `ward-${++wards}`);

const assigned = (more: object = {}, officer = OFFICER): Promise<Done> =>
  register.change(officer, 'assignPoliceJurisdiction', {
    police: WARD_POLICE,
    unit: aWard(),
    from: '2026-02-01',
    source: SOURCE,
    ...more,
  });
const left = (mutation: string, { node }: Done, more: object = {}, officer = OFFICER): Promise<Done> =>
  register.change(officer, mutation, { ...of(node), on: '2026-06-01', source: SOURCE, ...more });

describe('a territory', () => {
  test('is given to a police organisation by one above it, as the source says', async () => {
    const unit = aWard();

    const { node, refused } = await assigned({ unit });
    expect([refused, node]).toEqual([
      [],
      {
        id: expect.any(String),
        version: 1,
        police: { id: WARD_POLICE },
        unit: { id: unit },
        validity: { from: '2026-02-01', to: null },
        provenance: [{ quote: 'bổ nhiệm' }],
      },
    ]);
  });

  test('is left on a day, or goes over to another organisation without a gap', async () => {
    const over = await left('endPoliceJurisdiction', await assigned());
    expect(over.node).toMatchObject({ version: 2, validity: { to: '2026-06-01' }, provenance: [{}, {}] });

    const given = await assigned();
    const next = await left('transferPoliceJurisdiction', given, { to: POLICE }, MINISTRY);
    expect(next.node).toMatchObject({
      police: { id: POLICE },
      unit: given.node.unit,
      validity: { from: '2026-06-01', to: null },
    });
  });
});

describe('a territory is refused', () => {
  test.each([
    ['to oneself', { police: POLICE }, 'FORBIDDEN_SCOPE'],
    ['to one above', { police: idOf('PoliceOrganization', 'mps') }, 'FORBIDDEN_SCOPE'],
    [
      'before the organisation began',
      { from: '2025-06-30' },
      'GUARD_FAILED police_jurisdiction_police_key_held',
    ],
    ['to nobody', { police: idOf('PoliceOrganization', 'nobody') }, 'NOT_FOUND id'],
    ['where it is no unit', { unit: POLICE }, 'INVALID_INPUT'],
    ['from no known source', { source: { ...SOURCE, source: 'hearsay' } }, 'INVALID_INPUT source.source'],
  ])('%s', async (_, more, refusal) => {
    expect((await assigned(more)).refused).toEqual([refusal]);
  });

  test('by who is not above, and by other roles', async () => {
    const strangers = [
      policeOfficer('cong-an-elsewhere'),
      unionOfficer('vgcl'),
      actingAs('DATA_STEWARD', 'mps'),
    ];

    for (const officer of strangers)
      expect((await assigned({}, officer)).refused).toEqual([expect.stringContaining('FORBIDDEN_SCOPE')]);
  });

  test('twice on one day, to end twice or before it began, and to go over to itself', async () => {
    const given = await assigned();
    const unit = given.node.unit.id;

    expect((await assigned({ unit, from: '2026-03-01' })).refused).toEqual([
      'GUARD_FAILED police_jurisdiction_police_key_one_per_day',
    ]);
    expect((await left('endPoliceJurisdiction', given, { on: '2026-02-01' })).refused).toEqual([
      'GUARD_FAILED valid_in_order',
    ]);
    expect((await left('transferPoliceJurisdiction', given, { to: WARD_POLICE })).refused).toEqual([
      'GUARD_FAILED another-organization',
    ]);
    const over = await left('endPoliceJurisdiction', given);
    expect((await left('endPoliceJurisdiction', over)).refused).toEqual(['GUARD_FAILED ended-once']);
  });
});
