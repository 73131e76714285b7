import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

describe('the list of batches', () => {
  test('costs the same four statements whatever the number of rows', async () => {
    const query = `query ($first: Int) { recognitionBatches(first: $first) {
      totalCount nodes { form { code } authorityRule { officeVi } } } }`;
    const one = await asked.ask(query, { first: 1 });
    const all = await asked.ask(query, { first: 100 });

    expect(one.data.recognitionBatches.nodes).toHaveLength(1);
    expect(all.data.recognitionBatches.nodes).toHaveLength(7);
    expect([one.statements, all.statements]).toEqual([4, 4]);
  });

  test('is read in pages without gap or double', async () => {
    const query = `query ($after: String) { recognitionBatches(first: 3, after: $after, orderBy: CONFERRED_AT) {
      nodes { id } pageInfo { endCursor hasNextPage } } }`;
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const { nodes, pageInfo } = (await asked.ask(query, { after })).data.recognitionBatches;
      ids.push(...nodes.map(({ id }: { id: string }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
    } while (after);

    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
  });

  test('starts with the latest conferral, whose day is known', async () => {
    const { data } = await asked.ask(
      '{ recognitionBatches(orderBy: CONFERRED_AT, first: 1) { nodes { count { value } } } }',
    );

    expect(data.recognitionBatches.nodes).toEqual([{ count: { value: 140 } }]);
  });

  test('is narrowed by side, form, movement and agency', async () => {
    const { data } = await asked.ask(
      `query ($movement: ID!) {
        police: recognitionBatches(recipientSide: POLICE) { totalCount }
        merit: recognitionBatches(form: "BANG_KHEN") { totalCount }
        none: recognitionBatches(form: "HUAN_CHUONG") { totalCount }
        crossing: recognitionBatches(crossAgencyOnly: true) { totalCount }
        within: recognitionBatches(movement: $movement) { totalCount }
      }`,
      { movement: idOf('Movement', 'toan-dan-bao-ve-an-ninh-to-quoc') },
    );

    expect(data).toEqual({
      police: { totalCount: 2 },
      merit: { totalCount: 5 },
      none: { totalCount: 0 },
      crossing: { totalCount: 6 },
      within: { totalCount: 7 },
    });
  });

  test('held nothing on a day before anything was recorded', async () => {
    const { data } = await asked.ask(
      '{ before: recognitionBatches(asKnownOn: "2020-01-01") { totalCount } now: recognitionBatches(asKnownOn: "2999-01-01", year: 2023) { totalCount } }',
    );

    expect(data).toEqual({ before: { totalCount: 0 }, now: { totalCount: 7 } });
  });

  test('holds no decision, since none of these awards is known', async () => {
    const { data } = await asked.ask('{ decisions { totalCount nodes { id } } }');

    expect(data.decisions).toEqual({ totalCount: 0, nodes: [] });
  });
});
