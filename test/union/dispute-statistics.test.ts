import { ClaimKind } from '../../subgraphs/union/dispute/claim-vocabulary.js';
import { publishDisputes } from '../../subgraphs/union/dispute/publish-disputes.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { anEnterprise, reported, through, type Versioned } from './a-dispute.js';
import { codeOf, keyIn, unitId } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, visit } from 'graphql';

/** The year of the records' own clock, which the database sets; it closes in the next. */
const YEAR = new Date().getUTCFullYear();
const CLOSED = `${YEAR + 1}-04-01`;

const STATISTICS = `query ($year: Int!, $kind: DisputeKind!, $province: ID) {
  disputeStatistics(year: $year, kind: $kind, province: $province) {
    year kind countedOn nation { province { id } ...counts }
    provinces { province { nameVi } ...counts } } }
  fragment counts on PlaceDisputeCounts {
    total { ...cases } byMainClaim { mainClaim ...cases } }
  fragment cases on DisputeCounts {
    cases { value isSuppressed roundedTo } resolved { value } unresolved { value }
    shareResolved { value comparator unit formula } }`;

describe('the statistics of a year', () => {
  let asked: Asked;
  let disputed: readonly Versioned[];
  beforeAll(async () => {
    asked = await aLoaded(union, { today: CLOSED });
    const enterprise = await anEnterprise(asked);
    const first = await reported(asked, enterprise, { startedOn: `${YEAR}-02-03` });
    await manifold(asked, first.id, { REPORTED: 3, VERIFIED: 12, CLOSED: 20 });
    disputed = [first];
    await recorded(asked, { version: 1, at: '2021-03-31T16:59:59Z', state: 'VERIFIED' });
    await recorded(asked, { version: 2, at: '2021-03-31T17:00:00Z', state: 'CLOSED' });
    await publishDisputes.run(asked.subgraph.database, CLOSED);
  });
  afterAll(() => asked.close());

  const read = (more: object = {}) => asked.ask(STATISTICS, { year: YEAR, kind: 'WORK_STOPPAGE', ...more });

  test('are read by everybody: verified cases alone, with the share that was resolved', async () => {
    const { data } = await read();

    const { nation, provinces, countedOn } = data.disputeStatistics;
    expect(countedOn).toBe(`${YEAR + 1}-03-31`);
    expect(nation.province).toBeNull();
    expect(nation.total).toEqual({
      resolved: { value: 560 },
      unresolved: { value: 335 },
      cases: { value: 895, isSuppressed: false, roundedTo: 5 },
      shareResolved: { value: 63, comparator: 'ABOUT', unit: '%', formula: '560 ÷ 895 × 100' },
    });
    expect(nation.byMainClaim[0]).toMatchObject({ mainClaim: 'UNPAID_WAGES', resolved: { value: 80 } });
    expect(provinces.length).toBeGreaterThanOrEqual(34);
  });

  test('hide what is small, none included', async () => {
    const { data } = await read({ province: unitId('ha-noi') });

    const [{ province, total, byMainClaim }] = data.disputeStatistics.provinces;
    expect(province.nameVi).toBe('Thành phố Hà Nội');
    const hidden = {
      resolved: { value: null },
      unresolved: { value: null },
      cases: { value: null, isSuppressed: true, roundedTo: 5 },
      shareResolved: null,
    };
    expect(total).toEqual(hidden);
    expect(byMainClaim).toEqual(Object.values(ClaimKind).map((mainClaim) => ({ mainClaim, ...hidden })));
  });

  test('of the other kind are other tables', async () => {
    const { data } = await read({ kind: 'COLLECTIVE_DISPUTE' });

    expect(data.disputeStatistics.nation.total.cases.isSuppressed).toBe(true);
  });

  test('never change once they are published', async () => {
    const before = await read();
    const verified = await through(asked, disputed[0] as Versioned, 'verifyDispute');
    await manifold(asked, verified.id, { CLOSED: 5 });

    expect(await publishDisputes.run(asked.subgraph.database, CLOSED)).toBe(0);
    expect((await read()).data).toEqual(before.data);
    const rewriting = asked.subgraph.database.fork().execute(`update dispute_publication set year = 2001`);
    await expect(rewriting).rejects.toThrow('never removed or rewritten');
  });

  test('are refused of a year that has not closed, and below the province', async () => {
    expect(codeOf(await read({ year: YEAR + 1 }))).toBe('GRANULARITY_NOT_AVAILABLE');
    const ward = await read({ province: unitId('bac-ninh-phuong-bac-giang') });
    expect(codeOf(ward)).toBe('GRANULARITY_NOT_AVAILABLE');
    expect(ward.data).toEqual({ disputeStatistics: null });
  });

  test('cost few statements, however many provinces there are', async () => {
    expect((await read()).statements).toBe(2);
  });

  test('count the cases as they were known in Vietnam at the end of the day on which the year closed', async () => {
    const { data } = await read({ year: 2020 });

    const { total } = data.disputeStatistics.nation;
    expect(total).toMatchObject({ unresolved: { value: 335 }, resolved: { value: null } });
  });

  test('by province, and cases, are kept apart from the tips of a place', () => {
    const apart: string[] = [];
    visit(parse(asked.subgraph.sdl), {
      FieldDefinition: ({ name, directives = [] }) => {
        if (JSON.stringify(directives).includes('apart-from/tips-of-a-place')) apart.push(name.value);
      },
    });
    expect(apart).toEqual(
      expect.arrayContaining(['provinces', 'labourDisputeCase', 'labourDisputeCases', 'disputeCases']),
    );
  });

  test('leave out years that had closed before the first case was recorded', async () => {
    expect(codeOf(await read({ year: 2019 }))).toBe('GRANULARITY_NOT_AVAILABLE');
  });
});

/** Copies a case over four provinces and all main claims, so many times in each state. */
async function manifold(asked: Asked, id: string, counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [state, count] of Object.entries(counts))
    await asked.subgraph.database.fork().execute(
      `insert into labour_dispute_case (key, classification, enterprise_key, handling_union_key, province_key,
         started_on, kind, cause, main_claim, state, resolution)
       select gen_random_uuid(), c.classification, enterprise_key, handling_union_key, p.key,
         started_on, kind, cause, claim, ?, case when ? = 'CLOSED' then 'AGREEMENT' end
       from labour_dispute_case c, generate_series(1, ?),
         unnest(?::text[]) claim,
         (select key from administrative_unit
          where level = 'PROVINCE' and unit_type = 'TINH' and valid_to is null order by key limit 4) p
       where c.key = ?`,
      [state, state, count, ALL_CLAIMS, keyIn(id)],
    );
}

/** A version of many cases of 2020 as the history would hold it. */
async function recorded(
  asked: Asked,
  { version, at, state }: { readonly version: number; readonly at: string; readonly state: string },
): Promise<void> {
  await asked.subgraph.database.fork().execute(
    `insert into record_version (type, key, version, recorded_at, content)
     select 'labour_dispute_case', md5(p.key || claim || n)::uuid, ?, ?, jsonb_build_object('province_key', p.key,
       'main_claim', claim, 'state', ?, 'kind', 'WORK_STOPPAGE', 'started_on', '2020-05-06')
     from generate_series(1, 12) n, unnest(?::text[]) claim,
       (select key from administrative_unit
        where level = 'PROVINCE' and unit_type = 'TINH' and valid_from is null order by key limit 4) p`,
    [version, at, state, ALL_CLAIMS],
  );
}

/** An array as PostgreSQL reads it. */
const ALL_CLAIMS = `{${Object.values(ClaimKind).join(',')}}`;
