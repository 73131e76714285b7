import { globalId } from '../../schema/contract/ids.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { codeOf, unionId, unitId } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const NOBODY = '00000000-0000-4000-8000-000000000000';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

describe('a wrong question', () => {
  test.each([
    ['INVALID_ID', '{ unionOrganization(id: "bac-giang") { id } }'],
    ['INVALID_ID', `{ unionOrganization(id: "${unitId('bac-giang')}") { id } }`],
    ['INVALID_ID', `{ unionOrganizations(unit: "${unionId('vgcl')}") { totalCount } }`],
    ['INVALID_ID', `{ membershipStatistics(organization: "${unitId('bac-giang')}") { totalCount } }`],
    ['INVALID_ID', '{ industrialZone(id: "?") { id } }'],
    ['INVALID_CURSOR', '{ unionOrganizations(after: "abc") { nodes { id } } }'],
    ['INVALID_PAGE', '{ unionOrganizations(first: 101) { nodes { id } } }'],
    ['INVALID_PAGE', '{ workforceStatistics(first: 2, last: 2) { nodes { id } } }'],
  ])('is refused as %s: %s', async (code, query) => {
    expect(codeOf(await asked.ask(query))).toBe(code);
  });

  test.each(['2024-02-30', '31/3/2024', '2024'])('is refused for the day %s', async (asOf) => {
    const answer = await asked.ask(
      'query ($asOf: LocalDate) { unionOrganizations(asOf: $asOf) { totalCount } }',
      { asOf },
    );

    expect(codeOf(answer)).toBe('INVALID_DATE');
  });

  test('is refused for the cursor of another order', async () => {
    const { data } = await asked.ask('{ unionOrganizations(first: 1) { pageInfo { endCursor } } }');
    const answer = await asked.ask(
      'query ($after: String) { unionOrganizations(after: $after, direction: DESC) { nodes { id } } }',
      { after: data.unionOrganizations.pageInfo.endCursor },
    );

    expect(codeOf(answer)).toBe('INVALID_CURSOR');
  });
});

describe('a question about what is not there', () => {
  test('is answered by null for one record', async () => {
    const id = globalId({ type: 'UnionOrganization', key: NOBODY });
    const { data, errors } = await asked.ask('query ($id: ID!) { unionOrganization(id: $id) { id } }', {
      id,
    });

    expect(errors).toBeUndefined();
    expect(data.unionOrganization).toBeNull();
  });

  test('is answered by an empty page for a list', async () => {
    const unit = globalId({ type: 'AdministrativeUnit', key: NOBODY });
    const { data, errors } = await asked.ask(
      'query ($unit: ID!) { welfareStatistics(unit: $unit) { totalCount nodes { id } pageInfo { hasNextPage } } }',
      { unit },
    );

    expect(errors).toBeUndefined();
    expect(data.welfareStatistics).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } });
  });
});
