import { MembershipStatistic } from '../../subgraphs/union/statistic/membership-statistic.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { codeOf, keyIn, unionId, unitId, written } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

describe('an id that is empty or of another type', () => {
  test.each([
    'unionOrganizations(unit: "")',
    'industrialZones(unit: "")',
    'membershipStatistics(unit: "")',
    'membershipStatistics(organization: "")',
    `industrialZones(unit: "${unionId('vgcl')}")`,
  ])('is refused: %s', async (field) => {
    expect(codeOf(await asked.ask(`{ ${field} { totalCount } }`))).toBe('INVALID_ID');
  });

  test('is not meant by null', async () => {
    const { errors } = await asked.ask('{ unionOrganizations(unit: null, name: null) { totalCount } }');

    expect(errors).toBeUndefined();
  });
});

describe('figures', () => {
  test.each([
    ['since: "2024-03-15", asOf: "2024-03-20"', 2],
    ['since: "2024-03-31"', 2],
    ['since: "2024-04-01"', 0],
  ])('of a month are listed where it touches %s', async (days, count) => {
    const { data } = await asked.ask(`{ membershipStatistics(${days}) { totalCount } }`);

    expect(data.membershipStatistics.totalCount).toBe(count);
  });

  test('that are provisional or withdrawn are listed only when asked for', async () => {
    const quantity = { value: 7, comparator: 'EXACT', unit: 'persons', text: null };
    const asOf = { value: '2020-01-01', precision: 'YEAR', basis: 'STATED' };
    const unit = keyIn(unitId('bac-giang'));
    const row = { metric: 'MEMBERS', quantity, asOf, unit };
    await written(asked, MembershipStatistic, [
      { ...row, state: 'WITHDRAWN' },
      { ...row, state: 'PROVISIONAL', classification: 'INTERNAL' },
    ]);
    const { data } = await asked.ask(`{
      all: membershipStatistics(asOf: "2020-12-31") { totalCount }
      withdrawn: membershipStatistics(asOf: "2020-12-31", state: WITHDRAWN) { totalCount }
    }`);

    expect(data).toEqual({ all: { totalCount: 0 }, withdrawn: { totalCount: 1 } });
  });
});
