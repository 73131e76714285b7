import { MembershipStatistic } from '../../subgraphs/union/statistic/membership-statistic.entity.js';
import { StatisticState } from '../../subgraphs/union/statistic/statistic-state.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf, keyIn, unionId, unitId, written } from './a-union.js';
import { aFigure, aMembership, FIGURES } from './a-figure.js';
import { actingFor, BAC_NINH, change, done, refusal, SOURCE, VGCL } from './an-office.js';
import { FEDERATION } from './an-organization.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

const report = (more: object = {}) =>
  done(asked, 'reportMembershipStatistic', {
    input: aMembership(more),
    as: BAC_NINH,
    select: 'id version state',
  });

/** A step of a membership figure at a version. */
const step = (name: string, id: string, expectedVersion: number) => ({
  operation: `${name}MembershipStatistic`,
  input: {
    id,
    expectedVersion,
    ...(name === 'correct' && { quantity: { value: 640_000 + expectedVersion, unit: 'persons' } }),
    ...(name !== 'publish' && { source: { ...SOURCE, quote: 'theo đính chính' } }),
  },
});

async function took(name: string, id: string, version: number) {
  const { operation, input } = step(name, id, version);
  return done(asked, operation, { input, as: BAC_NINH, select: 'id version state classification' });
}

async function listed(variables: object, as = BAC_NINH) {
  const { data } = await asked.ask(FIGURES, { union: FEDERATION, ...variables }, as);
  return data.membershipStatistics.nodes;
}

describe('a figure that is reported', () => {
  test('is provisional, and seen by officers of its organisation and above alone', async () => {
    const { id, state } = await report({ asOf: '2026-01' });
    const provisional = { state: 'PROVISIONAL', day: '2026-01-31' };

    expect(state).toBe('PROVISIONAL');
    for (const as of [BAC_NINH, VGCL]) expect(await listed(provisional, as)).toMatchObject([{ id }]);
    for (const as of [undefined, actingFor('ldld-bac-giang'), actingFor('vgcl', 'AUDITOR')]) {
      const { data } = await asked.ask(FIGURES, { union: FEDERATION, ...provisional }, as);
      expect(data.membershipStatistics.nodes).toEqual([]);
    }
  });

  test.each([
    ['a workforce figure', 'reportWorkforceStatistic', { metric: 'WORKERS', sector: 'ENTERPRISE' }],
    [
      'a welfare figure',
      'reportWelfareStatistic',
      { metric: 'AMOUNT', programmes: [idOf('WelfareProgramme', 'tet-sum-vay')] },
    ],
    [
      'a figure on social channels',
      'reportSocialChannelStatistic',
      { levels: [idOf('UnionLevelPeriod', 'provincial')] },
    ],
  ])('may be %s', async (_, operation, more) => {
    const { errors } = await change(asked, operation, { input: aFigure(more), as: BAC_NINH });

    expect(errors).toEqual([]);
  });

  test.each([
    [
      'from a source of no catalogue',
      { source: { ...SOURCE, source: 'hearsay' } },
      ['INVALID_INPUT', 'source.source'],
    ],
    ['without words of its source', { source: { ...SOURCE, quote: ' ' } }, ['INVALID_INPUT', 'source.quote']],
    ['as computed', { source: { ...SOURCE, certainty: 'DERIVED' } }, ['INVALID_INPUT', 'source.certainty']],
    ['without a date', { asOf: 'June' }, ['INVALID_INPUT', 'asOf']],
    ['without a value', { quantity: { unit: 'persons' } }, ['INVALID_INPUT', 'quantity']],
    ['below zero', { quantity: { value: -1, unit: 'persons' } }, ['INVALID_INPUT', 'quantity.value']],
    ['before its organisation began', { asOf: '2025-06' }, ['GUARD_FAILED', 'scope_was_valid']],
    ['of another territory', { unit: unitId('ha-noi') }, ['FORBIDDEN_SCOPE', null]],
    ['of a union above', { organization: unionId('vgcl'), unit: null }, ['FORBIDDEN_SCOPE', null]],
  ])('is refused %s', async (_, more, why) => {
    expect(
      await refusal(asked, 'reportMembershipStatistic', { input: aMembership(more), as: BAC_NINH }),
    ).toEqual([why]);
  });
});

describe('a figure', () => {
  test('becomes public by being published', async () => {
    const { id } = await report({ asOf: '2026-02' });

    expect(await took('publish', id, 1)).toEqual({
      id,
      version: 2,
      state: 'PUBLISHED',
      classification: 'PUBLIC',
    });
    const { data } = await asked.ask(FIGURES, { union: FEDERATION, day: '2026-02-28' });
    expect(data.membershipStatistics.nodes).toMatchObject([{ id, quantity: { value: 650_000 } }]);
  });

  test('that is corrected gains a version with its own source, and the earlier one is kept', async () => {
    const { id } = await report();
    await took('publish', id, 1);
    expect(await took('correct', id, 2)).toMatchObject({ version: 3, state: 'CORRECTED' });

    const [now] = (await listed({})).filter((figure: { id: string }) => figure.id === id);
    expect(now).toMatchObject({ quantity: { value: 640_002 }, provenance: [{ quote: 'theo đính chính' }] });
    const kept = await asked.subgraph.database.fork().execute(
      `select version, content->'quantity'->'value' as value, content->>'state' as state
        from record_version where key = ? order by version`,
      [keyIn(id)],
    );
    expect(kept).toEqual([
      { version: 1, value: 650_000, state: 'PROVISIONAL' },
      { version: 2, value: 650_000, state: 'PUBLISHED' },
      { version: 3, value: 640_002, state: 'CORRECTED' },
    ]);
  });

  test('that is withdrawn is listed as such only, with who withdrew it', async () => {
    const { id } = await report({ asOf: '2026-03' });
    await took('publish', id, 1);
    await took('withdraw', id, 2);

    expect(await listed({ state: 'WITHDRAWN' })).toMatchObject([
      { id, provenance: [{ quote: SOURCE.quote }, { quote: 'theo đính chính' }] },
    ]);
    expect(await listed({ day: '2026-03-31' })).not.toContainEqual(expect.objectContaining({ id }));
  });

  test('is taken on by union officers in scope alone', async () => {
    const { id } = await report();
    const { operation, input } = step('publish', id, 1);

    expect(await refusal(asked, operation, { input, as: actingFor('ldld-bac-giang') })).toEqual([
      ['NOT_FOUND', 'id'],
    ]);
    expect(await refusal(asked, operation, { input, as: actingFor('vgcl', 'DATA_STEWARD') })).toEqual([
      ['FORBIDDEN_SCOPE', 'role'],
    ]);
  });

  test('is never provisional and public at once', async () => {
    const row = {
      metric: 'MEMBERS',
      quantity: { value: 7, comparator: 'EXACT', unit: 'persons', text: null },
      asOf: { value: '2020-01-01', precision: 'YEAR', basis: 'STATED' },
      state: StatisticState.PROVISIONAL,
    };

    await expect(written(asked, MembershipStatistic, [row])).rejects.toThrow('provisional_is_internal');
  });
});

describe('the life cycle of a figure', () => {
  const NEXT: Readonly<Record<string, StatisticState>> = {
    'PROVISIONAL publish': StatisticState.PUBLISHED,
    'PUBLISHED correct': StatisticState.CORRECTED,
    'CORRECTED correct': StatisticState.CORRECTED,
    'PUBLISHED withdraw': StatisticState.WITHDRAWN,
    'CORRECTED withdraw': StatisticState.WITHDRAWN,
  };

  test('is left by no sequence of steps, and what it does not allow changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('publish', 'correct', 'withdraw'), { maxLength: 5 }),
        async (walk) => {
          const { id } = await report();
          let [state, version] = [StatisticState.PROVISIONAL, 1];
          for (const name of walk) {
            const { operation, input } = step(name, id, version);
            const { node, errors } = await change(asked, operation, {
              input,
              as: BAC_NINH,
              select: 'state version',
            });
            const next = NEXT[`${state} ${name}`];
            expect(errors.map(({ code }) => code)).toEqual(next ? [] : ['INVALID_TRANSITION']);
            if (next) [state, version] = [next, version + 1];
            expect(node).toEqual(next ? { state, version } : null);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
