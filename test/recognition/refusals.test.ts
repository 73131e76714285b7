import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { FEDERATION, idOf, MPS } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

describe('a question that breaks a rule', () => {
  test.each([
    ['recognitionBatch(id: "x") { id }', 'INVALID_ID'],
    [`recognitionBatch(id: "${FEDERATION}") { id }`, 'INVALID_ID'],
    ['recognitionBatches(authority: "x") { totalCount }', 'INVALID_ID'],
    [`recognitionBatches(movement: "${MPS}") { totalCount }`, 'INVALID_ID'],
    [`awardAuthorityRules(authority: "${idOf('Movement', 'any')}") { totalCount }`, 'INVALID_ID'],
    [`recognitionStandards(territory: "${MPS}") { totalCount }`, 'INVALID_ID'],
    [`decisions(document: "${MPS}") { totalCount }`, 'INVALID_ID'],
    ['recognitionBatches(recipient: "") { totalCount }', 'INVALID_ID'],
    ['awardAuthorityRules(form: "\\u0000") { totalCount }', 'INVALID_INPUT'],
    ['recognitionBatches(first: 101) { totalCount }', 'INVALID_PAGE'],
    ['recognitionStatistics(first: 0) { totalCount }', 'INVALID_PAGE'],
    ['recognitionStatistics(first: 2, last: 2) { totalCount }', 'INVALID_PAGE'],
    ['recognitionStatistics(after: "x") { totalCount }', 'INVALID_CURSOR'],
    ['recognitionBatches(after: "x") { totalCount }', 'INVALID_CURSOR'],
    ['awardAuthorityRules(asOf: "2024-02-30") { totalCount }', 'INVALID_DATE'],
  ])('%s is refused with %s', async (field, code) => {
    const { errors } = await asked.ask(`{ ${field} }`);

    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  test('meets a cursor of another order with INVALID_CURSOR', async () => {
    const { data } = await asked.ask('{ recognitionBatches(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await asked.ask(
      'query ($after: String) { recognitionBatches(after: $after, orderBy: CONFERRED_AT) { totalCount } }',
      { after: data.recognitionBatches.pageInfo.endCursor },
    );

    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });

  test('about an unknown record is answered with null and an empty page', async () => {
    const { data, errors } = await asked.ask(
      `query ($batch: ID!, $union: ID!) { recognitionBatch(id: $batch) { id }
        recognitionBatches(recipient: $union) { totalCount nodes { id } } }`,
      { batch: idOf('RecognitionBatch', 'none'), union: idOf('UnionOrganization', 'none') },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ recognitionBatch: null, recognitionBatches: { totalCount: 0, nodes: [] } });
  });
});
