import {
  aName,
  anOfficialRegister,
  OFFICER,
  POLICE,
  SOURCE,
  type OfficialRegister,
} from './an-appointment.js';
import { actingAs, idOf, policeOfficer, refOf, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let register: OfficialRegister;
beforeAll(async () => {
  register = await anOfficialRegister();
});
afterAll(() => register.close());

const UNION = idOf('UnionOrganization', 'ldld-bac-ninh-2025');

describe('an official who is appointed', () => {
  test('holds the office from the first day on, as the source says', async () => {
    const { node, refused } = await register.appointed();

    expect([refused, node]).toMatchObject([
      [],
      {
        version: 1,
        classification: 'PUBLIC',
        officeVi: 'Giám đốc Công an tỉnh',
        rankVi: 'Đại tá',
        validity: { from: '2026-01-01', fromPrecision: 'DAY', to: null },
        official: { name: expect.stringContaining('Nguyễn Văn T') },
        organization: { __typename: 'PoliceOrganization' },
        provenance: [{ quote: 'bổ nhiệm', source: { code: 'reorganisation-law' } }],
      },
    ]);
    const { data } = await register.ask(
      `query ($id: ID!) { official(id: $id) { holdings(asOf: "2026-06-01") { id } before: holdings(asOf: "2025-12-31") { id } } }`,
      { id: node.official.id },
    );
    expect(data.official).toEqual({ holdings: [{ id: node.id }], before: [] });
  });

  test('may be known already, and hold another office or the same one later', async () => {
    const first = await register.appointed();
    const { official } = first.node;
    await register.ended(first);
    const known = { name: null, official: official.id };

    const other = await register.appointed({
      ...known,
      officeVi: 'Bí thư Đảng ủy',
      rankVi: null,
      rankEn: null,
    });
    const again = await register.appointed({ ...known, from: '2026-09-01' });
    expect([other, again].map(({ node }) => node.official)).toEqual([official, official]);
  });

  test('may rest on a source that an officer registered', async () => {
    const { node: source } = await register.change(OFFICER, 'registerSource', {
      titleVi: 'Quyết định bổ nhiệm',
      titleEn: 'Decision of appointment',
      publisher: 'Bộ Công an',
      status: 'OFFICIAL',
      publishedOn: '2025-12-20',
      url: 'https://bocongan.example.vn/qd',
    });

    const { node } = await register.appointed({ source: { ...SOURCE, source: source.id } });
    expect(node.provenance).toEqual([
      {
        quote: 'bổ nhiệm',
        source: { code: source.id, titleVi: 'Quyết định bổ nhiệm', url: 'https://bocongan.example.vn/qd' },
      },
    ]);
  });

  test('is confirmed to be somebody else than the one of that name', async () => {
    const { node } = await register.appointed();
    const { name } = node.official;

    expect((await register.appointed({ name })).refused).toEqual(['GUARD_FAILED official-known-there']);
    expect((await register.appointed({ name, isNamesake: true })).node.official.id).not.toBe(
      node.official.id,
    );
  });

  test.each([
    ['without a name', { name: null }, 'INVALID_INPUT official'],
    ['with more than a name', { name: 'Nguyễn Văn A, sinh 1970' }, 'INVALID_INPUT name'],
    ['with half a name', { name: 'Khang' }, 'INVALID_INPUT name'],
    ['without an office', { officeVi: ' ' }, 'INVALID_INPUT officeVi'],
    ['before the organisation', { from: '2025-06-30' }, 'GUARD_FAILED organization-stands-that-day'],
    ['of another agency', { organization: UNION }, 'FORBIDDEN_SCOPE'],
    ['from no known source', { source: { ...SOURCE, source: POLICE } }, 'INVALID_INPUT source.source'],
    ['who is nobody', { name: null, official: idOf('Official', 'nobody') }, 'NOT_FOUND id'],
  ])('is refused %s', async (_, more, refusal) => {
    expect((await register.appointed(more)).refused).toEqual([refusal]);
  });

  test('is refused by who has no such role or scope, and nothing of the name stays', async () => {
    const name = aName();
    const strangers = [
      policeOfficer('cong-an-elsewhere'),
      unionOfficer('vgcl'),
      actingAs('DATA_STEWARD', 'mps'),
    ];

    for (const officer of strangers)
      expect((await register.appointed({ name }, officer)).refused).toEqual([
        expect.stringContaining('FORBIDDEN_SCOPE'),
      ]);
    expect(await register.owner('select from official where name = ?', [name])).toEqual([]);
  });

  test('does not hold the same office twice on a day', async () => {
    const { node } = await register.appointed();
    const again = {
      name: null,
      official: node.official.id,
      officeVi: 'GIÁM ĐỐC CÔNG AN TỈNH',
      from: '2026-05-01',
    };

    expect((await register.appointed(again)).refused).toEqual([
      'GUARD_FAILED office_holding_official_key_one_per_day',
    ]);
  });

  test('exists through an office alone, whatever the officer writes', async () => {
    const claims = {
      role: 'POLICE_OFFICER',
      organization: refOf('PoliceOrganization', 'mps'),
      today: '2026-10-01',
    };
    const alone = register.subgraph.database.forCaller().transactional(async (em) => {
      await em.execute(`select set_config('hub.caller', ?, true)`, [JSON.stringify(claims)]);
      await em.execute(
        `insert into official (key, name, sort_key) values (gen_random_uuid(), 'Nguyễn Văn Lẻ', 'x')`,
      );
    });

    await expect(alone).rejects.toMatchObject({ constraint: 'official_holds_office' });
  });
});
