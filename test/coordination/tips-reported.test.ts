import { ANONYMOUS, type Caller } from '../../schema/contract/caller.js';
import { publishTipCounts } from '../../subgraphs/coordination/tips/published-tip-counts.js';
import { publishTips } from '../../subgraphs/coordination/tips/publish-tips.js';
import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { anOfficer } from '../support/officers.js';
import { idOf, policeOfficer, refOf, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';

/** The year of the records' own clock, which the database sets; it closes in the next. */
const YEAR = new Date().getUTCFullYear();
const CLOSED = `${YEAR + 1}-04-01`;

const PROVINCIAL = policeOfficer('cong-an-bac-ninh-2025');
const MINISTRY = policeOfficer('mps');

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination, { today: CLOSED });
});
afterAll(() => asked.close());

const REPORT = `mutation ($input: ReportTipsInput!) { reportTips(input: $input) {
  tipStatistic { id scope classification place { id } period { from to } tips { value } valuable { value } }
  errors { code rule field } } }`;

async function report(more: object = {}, as: Caller = PROVINCIAL) {
  const counts = { from: `${YEAR}-01-01`, to: `${YEAR}-12-31`, tips: 43, valuable: 12 };
  const input = { idempotencyKey: randomUUID(), ...counts, ...more };
  const { data } = await asked.ask(REPORT, { input }, as);
  const { tipStatistic, errors } = data.reportTips;
  const [refused] = errors;
  return tipStatistic ?? [refused.code, refused.rule ?? refused.field];
}

async function scopesFor(as: Caller) {
  const { data } = await asked.ask('{ tipStatistics { nodes { scope } } }', {}, as);
  return new Set((data.tipStatistics.nodes as { scope: string }[]).map(({ scope }) => scope));
}

const PUBLISHED = `query ($year: Int!) { publishedTips(year: $year) { year countedOn
  nation { place { id } tips { value isSuppressed roundedTo } valuable { value } }
  provinces { place { id } tips { value } valuable { value } } } }`;

async function published(year = YEAR) {
  const { data, errors } = await asked.ask(PUBLISHED, { year });
  return errors ? errors[0]?.extensions?.['code'] : data.publishedTips;
}

describe('tips are reported', () => {
  test('by a provincial police for its own province, internal at first', async () => {
    expect(await report()).toMatchObject({
      scope: 'PROVINCE',
      classification: 'INTERNAL',
      place: { id: idOf('AdministrativeUnit', 'bac-ninh-2025') },
      period: { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` },
      tips: { value: 43 },
      valuable: { value: 12 },
    });
  });

  test('by the ministry for the nation, and for a province below it', async () => {
    const organization = idOf('PoliceOrganization', 'cong-an-bac-ninh-2025');

    expect(await report({}, MINISTRY)).toMatchObject({ scope: 'NATION', place: null });
    expect(await report({ organization, to: `${YEAR + 1}-03-30` }, MINISTRY)).toMatchObject({
      scope: 'PROVINCE',
    });
  });

  test('and seen by the police in scope alone', async () => {
    await report();

    const both = new Set(['NATION', 'PROVINCE']);
    expect(await scopesFor(PROVINCIAL)).toEqual(both);
    expect(await scopesFor(MINISTRY)).toEqual(both);
    for (const as of [ANONYMOUS, unionOfficer('vgcl'), policeOfficer('cong-an-huyen-hiep-hoa')])
      expect(await scopesFor(as)).toEqual(new Set(['NATION']));
  });
});

describe('a report of tips is refused', () => {
  test.each([
    ['for less than a year', { to: `${YEAR}-12-30` }, PROVINCIAL, ['GRANULARITY_NOT_AVAILABLE', 'to']],
    [
      'below the province',
      {},
      policeOfficer('cong-an-huyen-hiep-hoa'),
      ['GRANULARITY_NOT_AVAILABLE', 'organization'],
    ],
    ['before the year is over', { to: CLOSED }, PROVINCIAL, ['GUARD_FAILED', 'period-is-over']],
    [
      'with more valuable tips than tips',
      { valuable: 44 },
      PROVINCIAL,
      ['GUARD_FAILED', 'valuable-within-tips'],
    ],
    [
      'of a province that has ended',
      {},
      policeOfficer('cong-an-bac-giang'),
      ['GUARD_FAILED', 'one-province'],
    ],
    ['to union officers', {}, unionOfficer('vgcl'), ['FORBIDDEN_SCOPE', 'role']],
    [
      'to the police of another province',
      { organization: idOf('PoliceOrganization', 'mps') },
      PROVINCIAL,
      ['FORBIDDEN_SCOPE', null],
    ],
  ])('%s', async (_, more, as, why) => {
    expect(await report(more, as)).toEqual(why);
  });

  test('by the database where a province would be public', async () => {
    const publishing = asked.subgraph.database
      .fork()
      .execute(`update tip_statistic set classification = 'PUBLIC' where scope = 'PROVINCE'`);
    await expect(publishing).rejects.toMatchObject({ constraint: 'tip_statistic_unpublished' });
  });
});

describe('the tips of a year', () => {
  test('are published once it has closed: rounded, and never changed by later reports', async () => {
    await report({ tips: 5, valuable: 5 });
    await report();
    const counts = { tips: { value: 45 }, valuable: { value: 10 } };
    const place = { id: idOf('AdministrativeUnit', 'bac-ninh-2025') };

    expect(await published()).toBe('GRANULARITY_NOT_AVAILABLE');
    expect(await publishTips.run(asked.subgraph.database, `${YEAR + 1}-03-31`)).toBe(0);
    expect(await publishTips.run(asked.subgraph.database, CLOSED)).toBe(1);
    await report({ tips: 900, valuable: 800 });
    expect(await publishTips.run(asked.subgraph.database, CLOSED)).toBe(0);

    expect(await published()).toMatchObject({
      countedOn: `${YEAR + 1}-03-31`,
      nation: { place: null, ...counts },
      provinces: [{ place, ...counts }],
    });
  });

  test('never show a count below ten', () => {
    const anyReports = fc.uniqueArray(
      fc
        .record({ place: fc.string({ minLength: 1 }), tips: fc.nat(40), part: fc.nat(100) })
        .map(({ place, tips, part }) => ({ place, tips, valuable: Math.floor((tips * part) / 100) })),
      { minLength: 1, maxLength: 8, selector: ({ place }) => place },
    );
    fc.assert(
      fc.property(anyReports, (reports) => {
        const { provinces } = publishTipCounts(reports);
        for (const [at, { tips, valuable }] of reports.entries()) {
          if (tips < 10) expect(provinces[at]?.tips).toBeNull();
          if (valuable < 10) expect(provinces[at]?.valuable).toBeNull();
        }
      }),
    );
  });
});

test('whoever judges nominations for the ministry reads no report of tips', async () => {
  const secretary = anOfficer({ role: 'AWARD_SECRETARY', organization: refOf('PoliceOrganization', 'mps') });

  expect(await scopesFor(secretary)).toEqual(new Set(['NATION']));
});
