import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { FEDERATION, idOf, MPS, PROVINCIAL_POLICE } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

const LINE = '{ form { code } authorityOfficeVi kind count { value } provenance { fact certainty } }';

describe('the awards that each side in Bắc Giang gave the other in 2023', () => {
  test('are 6 collectives and 29 individuals by the police director, in one question of its organisation', async () => {
    const { data, errors, statements } = await asked.entities(
      'PoliceOrganization',
      [{ id: PROVINCIAL_POLICE }],
      `recognitionsGiven(year: 2023) { totalCount nodes ${LINE} }`,
    );

    expect(errors).toBeUndefined();
    const { totalCount, nodes } = data._entities[0].recognitionsGiven;
    expect(totalCount).toBe(2);
    expect(nodes).toEqual(
      expect.arrayContaining([
        line('GIAY_KHEN', 'Giám đốc Công an tỉnh Bắc Giang', ['COLLECTIVE', 6, 'F002-91', 'STATED']),
        line('GIAY_KHEN', 'Giám đốc Công an tỉnh Bắc Giang', ['INDIVIDUAL', 29, 'F002-92', 'STATED']),
      ]),
    );
    expect(statements).toBe(3);
  });

  test('are 3 collectives, probably of the police, and 18 officers by the federation', async () => {
    const { data } = await asked.entities(
      'UnionOrganization',
      [{ id: FEDERATION }],
      `recognitionsGiven(year: 2023) { nodes ${LINE} }`,
    );

    expect(data._entities[0].recognitionsGiven.nodes).toEqual(
      expect.arrayContaining([
        line('BANG_KHEN', 'Liên đoàn Lao động tỉnh Bắc Giang', ['COLLECTIVE', 3, 'F002-93', 'PROBABLE']),
        line('BANG_KHEN', 'Liên đoàn Lao động tỉnh Bắc Giang', [
          'INDIVIDUAL',
          18,
          'F002-94',
          'STATED',
          'INFERRED',
        ]),
      ]),
    );
  });

  test('are what the other side received', async () => {
    const selection = 'recognitionsReceived(year: 2023) { nodes { count { value } } }';
    const union = await asked.entities('UnionOrganization', [{ id: FEDERATION }], selection);
    const police = await asked.entities('PoliceOrganization', [{ id: PROVINCIAL_POLICE }], selection);

    expect(counts(union.data._entities[0].recognitionsReceived)).toEqual([6, 29]);
    expect(counts(police.data._entities[0].recognitionsReceived)).toEqual([3, 18]);
  });

  test('are none in another year', async () => {
    const { data } = await asked.entities(
      'UnionOrganization',
      [{ id: FEDERATION }],
      'recognitionsGiven(year: 2022) { totalCount nodes { id } }',
    );

    expect(data._entities[0].recognitionsGiven).toEqual({ totalCount: 0, nodes: [] });
  });

  test('cost one statement for the lists of all organisations asked together', async () => {
    const { data, statements } = await asked.entities(
      'PoliceOrganization',
      [{ id: PROVINCIAL_POLICE }, { id: MPS }],
      'recognitionsGiven(year: 2023) { nodes { count { value } } }',
    );

    expect(data._entities.map((each: Given) => counts(each.recognitionsGiven))).toEqual([[6, 29], [140]]);
    expect(statements).toBe(1);
  });

  test('are dated by the year alone and rest on the law in force then', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { recognitionBatches(authority: $id, status: CONFERRED) { nodes {
        conferredAt { value precision } year authorityRule { validity { to } legalBases { id } } decision { id } } } }`,
      { id: PROVINCIAL_POLICE },
    );

    expect(data.recognitionBatches.nodes).toHaveLength(2);
    expect(data.recognitionBatches.nodes[0]).toEqual({
      conferredAt: { value: '2023-01-01', precision: 'YEAR' },
      year: 2023,
      authorityRule: {
        validity: { to: '2024-01-01' },
        legalBases: [{ id: idOf('Document', 'award-law-2003') }],
      },
      decision: null,
    });
  });

  test('carry the doubt about the three collectives with both readings', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { recognitionBatches(authority: $id, kind: COLLECTIVE) { nodes {
        recipientSide dataQualityFlags { code readings { value source { code } } } } } }`,
      { id: FEDERATION },
    );

    const [batch] = data.recognitionBatches.nodes;
    expect(batch.recipientSide).toBe('POLICE');
    expect(batch.dataQualityFlags.map(({ code }: Flag) => code)).toContain('FORM_DIFFERS_BY_SYSTEM');
    expect(batch.dataQualityFlags.find(({ code }: Flag) => code === 'SIDE_PROBABLE').readings).toEqual([
      { value: 'ba tập thể là đơn vị công an', source: { code: 'report-c' } },
      { value: 'ba tập thể không phải đơn vị công an', source: { code: 'report-c' } },
    ]);
  });
});

interface Flag {
  readonly code: string;
}

interface Batches {
  readonly nodes: readonly { readonly count: { readonly value: number } }[];
}

interface Given {
  readonly recognitionsGiven: Batches;
}

function counts({ nodes }: Batches): readonly number[] {
  return nodes.map(({ count }) => count.value).toSorted((left, right) => left - right);
}

function line(
  code: string,
  authorityOfficeVi: string,
  figure: readonly [string, number, string, ...string[]],
) {
  const [kind, value, fact, ...certainties] = figure;
  const provenance = certainties.map((certainty) => ({ fact, certainty }));
  return { form: { code }, authorityOfficeVi, kind, count: { value }, provenance };
}
