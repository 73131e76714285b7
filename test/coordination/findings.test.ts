import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

const FEDERATION = idOf('UnionOrganization', 'ldld-bac-giang');

describe('the findings', () => {
  test('name employers who break the law as the main cause of disputes', async () => {
    const { data, statements } = await asked.ask(
      `query ($federation: ID) { findings(kind: CAUSE, organization: $federation) { nodes {
        textVi cause claimKinds period { from to } provenance { fact source { code } }
        organizations { ... on UnionOrganization { id } }
      } } }`,
      { federation: FEDERATION },
    );

    expect(data.findings.nodes).toMatchObject([
      {
        textVi: expect.stringContaining('do người sử dụng lao động vi phạm các quy định pháp luật'),
        cause: 'EMPLOYER_VIOLATION',
        claimKinds: ['UNPAID_WAGES', 'SOCIAL_INSURANCE_ARREARS'],
        provenance: [{ fact: 'F002-20' }, { fact: 'F002-19' }],
        organizations: [{ id: FEDERATION }],
      },
    ]);
    expect(statements).toBe(1);
  });

  test.each([
    ['RESULT', 4],
    ['LESSON', 2],
    ['LIMITATION', 4],
    ['CAUSE', 1],
    ['DIRECTION', 11],
    ['RECOMMENDATION', 1],
  ])('of the kind %s number %i', async (kind, count) => {
    const { data } = await asked.ask(`{ findings(kind: ${kind}) { totalCount } }`);

    expect(data.findings.totalCount).toBe(count);
  });

  test('keep their numbers in the source', async () => {
    const { data } = await asked.entities(
      'UnionOrganization',
      [{ id: FEDERATION }],
      'findings(kind: LIMITATION) { nodes { ordinal textEn } }',
    );

    expect(data._entities[0].findings.nodes).toMatchObject([
      { ordinal: 1 },
      { ordinal: 2, textEn: expect.stringContaining('workplaces') },
      { ordinal: 3 },
      { ordinal: 4, textEn: expect.stringContaining('FDI') },
    ]);
  });

  test('say that a result of the speech is left out', async () => {
    const { data } = await asked.ask(
      '{ findings(kind: RESULT) { nodes { dataQualityFlags { code readings { value } } } } }',
    );

    expect(data.findings.nodes[0].dataQualityFlags).toEqual([
      {
        code: 'LIST_INCOMPLETE',
        readings: [{ value: '5 kết quả nổi bật' }, { value: '4 kết quả được ghi' }],
      },
    ]);
  });

  test('addressed to the police are reached by the police as well', async () => {
    const { data } = await asked.ask(
      'query ($police: ID) { findings(organization: $police) { nodes { kind } } }',
      { police: idOf('PoliceOrganization', 'cand') },
    );

    const kinds = data.findings.nodes.map(({ kind }: { kind: string }) => kind);
    expect(kinds.toSorted()).toEqual(['DIRECTION', 'LESSON']);
  });
});
