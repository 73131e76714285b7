import { ClaimKind } from '../../subgraphs/union/dispute/claim-vocabulary.js';
import { publishDisputes } from '../../subgraphs/union/dispute/publish-disputes.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import { only, theExamples, type Data } from '../support/examples.js';
import type { Asked } from '../support/loaded.js';
import { anEnterprise, reported, through } from '../union/a-dispute.js';
import { idOf, keyIn, unitId } from '../union/a-union.js';
import { agency, aGrassrootsUnion, anAwardsOffice, FEDERATION_REF, submitted } from './at-work.js';
import { safeIn2025 } from './last-year.js';
import { describe, expect, test } from '@jest/globals';

const CHAIRMAN = {
  id: idOf('PublicBody', 'peoples-committee-bac-ninh-2025'),
  rule: 'bang-khen-provincial-chairman-2022',
};

/** All kinds of claims, as PostgreSQL reads them. */
const CLAIMS = `{${Object.values(ClaimKind).join(',')}}`;

const { answerTo, ask, hub } = theExamples();

describe('the example questions about places of work', () => {
  test('Q27: a nominated enterprise answers from all agencies, and unresolved arrears raise a warning', async () => {
    const office = await anAwardsOffice(hub(), CHAIRMAN);
    const union = agency(hub(), 'union');
    const enterprise = await anEnterprise(union, { grassrootsUnion: office.union });
    await through(union, await reported(union, enterprise), 'verifyDispute');
    await safeIn2025(hub(), enterprise);
    await submitted(office, { kind: 'ENTERPRISE', enterprise });

    const { nodes } = (await answerTo('Q27', { organization: refOfId(CHAIRMAN.id) })).nominations;

    expect(only<Data>(nodes).recipient.enterprise).toEqual({
      nameVi: 'Công ty May Hòa Bình',
      grassrootsUnion: { nameVi: 'Công đoàn cơ sở Công ty May Hòa Bình' },
      eligibilityWarnings: ['UNRESOLVED_WAGE_ARREARS'],
      policeOrganizations: [{ nameVi: 'Công an phường Bắc Giang' }],
      standardRecognitions: { nodes: [{ year: 2025, state: 'RECOGNISED', grade: 'FAIR' }] },
    });
  });

  test('Q35: communes with police and without a union, and who manages the grassroots unions there', async () => {
    const unit = (name: string): readonly string[] => [unitId(`bac-ninh-${name}`)];
    const neighbour = { nameVi: 'Công đoàn phường Đa Mai', level: 'COMMUNE', units: unit('phuong-da-mai') };
    const zones = { nameVi: 'Công đoàn các khu công nghiệp', level: 'INDUSTRIAL_ZONE', units: [] };
    const below = {
      'phuong-tan-an': await aGrassrootsUnion(hub(), neighbour),
      'phuong-tien-phong': await aGrassrootsUnion(hub(), zones),
    };
    for (const [ward, parent] of Object.entries(below))
      await aGrassrootsUnion(hub(), { nameVi: `Công đoàn cơ sở ở ${ward}`, units: unit(ward), parent });

    const { children } = only<Data>((await answerTo('Q35')).administrativeUnits.nodes);

    const communes = new Map<string, Data>(children.nodes.map((unit: Data) => [unit.nameVi, unit]));
    const managers = (ward: string): readonly string[] =>
      communes.get(ward).unionJurisdictions.map(({ organization }: Data) => organization.parent.nameVi);
    expect(communes.has('Phường Đa Mai')).toBe(false);
    expect(communes.get('Phường Tân An').policeOrganizations).toEqual([{ nameVi: 'Công an phường Tân An' }]);
    expect(managers('Phường Tân An')).toEqual(['Công đoàn phường Đa Mai']);
    expect(managers('Phường Tiền Phong')).toEqual(['Công đoàn các khu công nghiệp']);
  });

  test('Q43: of a stoppage the claims and their outcome are kept, and nothing of who took part', async () => {
    const kept = await answerTo('Q43');

    const fields = ({ fields: all }: Data): readonly string[] => all.map(({ name }: Data) => name);
    const told = ['kind', 'cause', 'state', 'resolution', 'claims'];
    expect(fields(kept.stoppage)).toEqual(expect.arrayContaining(told));
    expect(fields(kept.claim)).toEqual(expect.arrayContaining(['kind', 'amount', 'workersBand', 'outcome']));
    expect(fields(kept.stoppage).join()).not.toMatch(/people|person|worker|name/i);
    const { errors } = await ask('{ labourDisputeCases { nodes { participants { name } } } }');
    expect(errors?.[0]?.message).toMatch(/"participants" .* "LabourDisputeCase"/);
  });

  test('what is kept of a stoppage is answered to the union, and to no police', async () => {
    const union = agency(hub(), 'union');
    const id = await anEnterprise(union);
    await reported(union, id);
    const query = `query ($id: ID!) { enterprise(id: $id) { disputeCases { nodes {
      state claims { kind amount { value } workersBand } } } } }`;

    const told = await ask(query, { id }, { role: 'UNION_OFFICER', organization: FEDERATION_REF });
    const refused = await ask(query, { id }, { role: 'POLICE_OFFICER', organization: FEDERATION_REF });

    const claim = { kind: 'UNPAID_WAGES', amount: { value: 900_000_000 }, workersBand: 'FROM_51_TO_200' };
    expect(told.data.enterprise.disputeCases.nodes).toEqual([{ state: 'REPORTED', claims: [claim] }]);
    expect(refused.data.enterprise.disputeCases).toBeNull();
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN_SCOPE');
  });

  test('Q51: stoppages per province of a year, by claim, with the share resolved, and small counts hidden', async () => {
    const year = new Date().getUTCFullYear();
    await publishedStoppages(agency(hub(), 'union'), year);

    const published = only<Data>((await answerTo('Q51')).disputeStatisticsByYear);
    const { nation, provinces } = published;
    expect(published.year).toBe(year);

    const shown = {
      cases: { value: expect.any(Number), isSuppressed: false, roundedTo: 5 },
      shareResolved: { value: expect.any(Number), unit: '%', comparator: 'ABOUT' },
    };
    for (const mainClaim of ['UNPAID_WAGES', 'SOCIAL_INSURANCE_ARREARS'])
      expect(nation.byMainClaim).toContainEqual({ mainClaim, ...shown });
    const hidden = provinces.filter(({ total }: Data) => total.cases.isSuppressed);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ total }: Data) => total.cases.value === null)).toBe(true);
    expect(provinces.length).toBeGreaterThan(hidden.length);
  });
});

/** Lets many stoppages of a year be known, some of them resolved, when it closes and they are published. */
async function publishedStoppages(asked: Asked, year: number): Promise<void> {
  const { id } = await reported(asked, await anEnterprise(asked));
  const { database } = asked.subgraph;
  for (const [state, count] of Object.entries({ VERIFIED: 12, CLOSED: 20 }))
    await database.fork().execute(MANY_CASES_SQL, [year, state, state, count, CLAIMS, keyIn(id)]);
  await publishDisputes.run(database, `${year + 1}-04-01`);
}

/** Copies a case, with a first day in a year and a state, so many times over four provinces and all claims. */
const MANY_CASES_SQL = `insert into labour_dispute_case (key, classification, enterprise_key, handling_union_key,
    province_key, started_on, kind, cause, main_claim, state, resolution)
  select gen_random_uuid(), c.classification, enterprise_key, handling_union_key, p.key, make_date(?::int, 2, 3), kind, cause,
    claim, ?, case when ? = 'CLOSED' then 'AGREEMENT' end
  from labour_dispute_case c, generate_series(1, ?), unnest(?::text[]) claim,
    (select key from administrative_unit where level = 'PROVINCE' and valid_to is null order by key limit 4) p
  where c.key = ?`;
