import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import { anOfficer } from '../support/officers.js';
import { A_COLLECTIVE, aDraft, consentOf, verified, aSession, conferred } from './a-nomination.js';
import {
  NOMINATOR_REF,
  PEOPLE,
  type Person,
  type Answered,
  anAwardsOffice,
  type AwardsOffice,
  expected,
} from './an-awards-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

const seen = async ({ id }: Answered, as: Person): Promise<boolean> => {
  const { data } = await office.ask('query ($id: ID!) { nomination(id: $id) { id } }', { id }, PEOPLE[as]);
  return data.nomination !== null;
};

const readersOf = async (file: Answered): Promise<readonly Person[]> => {
  const people = ['nominator', 'stranger', 'police', 'secretary', 'member', 'signatory'] as const;
  const all = await Promise.all(people.map(async (as) => ((await seen(file, as)) ? [as] : [])));
  return all.flat();
};

describe('a nomination is read', () => {
  test('by its nominator alone, as long as it is a draft', async () => {
    const { draft } = await aDraft(office);

    expect(await readersOf(draft)).toEqual(['nominator']);
  });

  test('by the awards office once it is handed in, by members once it is on an agenda, by the signatory once it is voted', async () => {
    const { file } = await verified(office);
    expect(await readersOf(file)).toEqual(['nominator', 'secretary']);
    const ready = await office.done('readyForCouncil', 'verifier', expected(file));
    const { id: session } = await aSession(office);
    await office.done('placeOnAgenda', 'secretary', { ...expected(ready), session });
    expect(await readersOf(file)).toEqual(['nominator', 'secretary', 'member']);
    const votes = { votesFor: 8, votesAgainst: 0, abstentions: 0 };
    await office.done('recordVote', 'secretary', { ...expected(ready), ...votes });

    expect(await readersOf(file)).toEqual(['nominator', 'secretary', 'member', 'signatory']);
  });

  test('by the office above the nominator, and by no other one', async () => {
    const { draft } = await aDraft(office);
    await office.sql(
      `insert into organization_edge (key, below, above) values (gen_random_uuid(), ?, 'UnionOrganization:above')
       on conflict do nothing`,
      [NOMINATOR_REF],
    );
    const above = { role: 'UNION_OFFICER', organization: 'UnionOrganization:above' } as const;
    const key = '11111111-1111-4111-8111-111111111111';
    await office.sql(`update organization_edge set above = ? where above = 'UnionOrganization:above'`, [
      `UnionOrganization:${key}`,
    ]);

    const { data } = await office.ask(
      'query ($id: ID!) { nomination(id: $id) { state } }',
      { id: draft.id },
      anOfficer({ ...above, organization: `UnionOrganization:${key}` }),
    );

    expect(data.nomination).toEqual({ state: 'DRAFT' });
  });

  test.each(['steward', 'privacy'] as const)('by no %s, who is refused and audited', async (as) => {
    const { errors } = await office.ask('{ nominations { totalCount } }', {}, PEOPLE[as]);

    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_SCOPE' } }]);
  });

  test('by nobody of the public', async () => {
    const { data, errors } = await office.ask('{ nominations { totalCount } consultations { totalCount } }');

    expect(data).toEqual({ nominations: null, consultations: null });
    expect(errors).toHaveLength(2);
  });
});

describe('drafts of another province', () => {
  test('are refused beside public records, which are answered', async () => {
    await aDraft(office);
    const { data, errors } = await office.ask(
      `query ($of: ID!) { drafts: nominations(nominator: $of, states: [DRAFT]) { totalCount }
        public: recognitions(organization: $of) { totalCount } }`,
      { of: idOfRef(NOMINATOR_REF) },
      PEOPLE.stranger,
    );

    expect(data).toEqual({ drafts: null, public: { totalCount: expect.any(Number) } });
    expect(errors).toMatchObject([{ path: ['drafts'], extensions: { code: 'FORBIDDEN_SCOPE' } }]);
  });

  test('cannot be changed: there is no such file', async () => {
    const { draft } = await aDraft(office);

    const { errors } = await office.doing('submitNomination', 'stranger', expected(draft));

    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('cannot be made in the name of another organisation', async () => {
    const { id } = await office.done('registerRecipient', 'stranger', {
      ...A_COLLECTIVE,
      visibility: 'COUNT_ONLY',
    });
    const { errors } = await office.doing('draftNomination', 'stranger', {
      round: office.round,
      rule: office.rule,
      recipient: id,
      nominator: idOfRef(NOMINATOR_REF),
      achievedFrom: '2026-01-01',
      achievedTo: '2026-06-30',
      achievementSummary: 'x',
    });

    expect(errors).toMatchObject([{ code: 'FORBIDDEN_SCOPE' }]);
  });
});

describe('the cost of a list does not grow with its rows', () => {
  test.each([
    [
      'nominations',
      `query ($first: Int) { list: nominations(first: $first) { nodes { state achievementSummary isSeparationKept
        form { code } recipient { displayName consent { state } } steps { act } consultations { state } } } }`,
      'secretary',
      27,
    ],
    [
      'recognitions',
      `query ($first: Int) { list: recognitions(first: $first) { nodes { form { code } decision { symbol }
        recipient { displayName } revocation { ground } } } }`,
      undefined,
      6,
    ],
  ] as const)('of %s', async (_, query, as, cost) => {
    for (const displayName of ['Vũ Thị Một', 'Vũ Thị Hai']) {
      const side = { side: 'UNION', organization: idOfRef(NOMINATOR_REF) };
      const { file, recipient } = await verified(office, { ...side, displayName });
      await conferred(office, file);
      await office.done('grantConsent', 'nominator', expected(await consentOf(office, recipient)));
    }
    const one = await office.ask(query, { first: 1 }, as && PEOPLE[as]);
    const all = await office.ask(query, { first: 100 }, as && PEOPLE[as]);

    expect(one.data.list.nodes).toHaveLength(1);
    expect(all.data.list.nodes.length).toBeGreaterThan(1);
    expect([one.statements, all.statements]).toEqual([cost, cost]);
  });
});
