import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { dividedByChains } from '../../../../gateway/engine/plan/cures/chain-graphs.js';
import { assertingTold } from '../../../../gateway/engine/plan/cures/told.js';
import type { FetchStep } from '../../../../gateway/engine/plan/plan.js';
import { fetchesOf, planOver } from './plans.js';

const SUBGRAPHS = {
  scales: 'type Query { parcel: Parcel } type Parcel @key(fields: "id") { id: ID! weight: Int note: String }',
  fees: `type Query { dearest: Parcel }
    type Parcel @key(fields: "id") {
      id: ID! weight: Int @external note: String @external
      fee: Int @requires(fields: "weight") next: Parcel @requires(fields: "note") label: String @requires(fields: "note")
    }`,
  bills: `type Parcel @key(fields: "id") { id: ID! fee: Int @external bill: String @requires(fields: "fee") }`,
};

describe('a field that requires one that itself requires others', () => {
  const plan = planOver(SUBGRAPHS);

  test('is asked for last, and each before it is told what it requires', () => {
    expect(fetchesOf(plan('{ dearest { bill } }'))).toEqual([
      'fees: {dearest{__typename id}}',
      'scales dearest, told Parcel{__typename id}: ...on Parcel{weight}',
      'fees dearest, told Parcel{__typename weight id}: ...on Parcel{fee}',
      'bills dearest, told Parcel{__typename fee id}: ...on Parcel{bill}',
    ]);
  });

  test('does not split what one agency is asked for at one time', () => {
    expect(fetchesOf(plan('{ parcel { fee label next { id } } }'))).toEqual([
      'scales: {parcel{__typename id note weight}}',
      'fees parcel, told Parcel{__typename id note} Parcel{__typename id note weight}: ...on Parcel{next{id}}...on Parcel{fee label}',
    ]);
  });

  test('changes nothing where there is no such field', () => {
    const document = parse('type Query { a: Int }');

    expect(dividedByChains(document)).toMatchObject({ document, isDivided: false });
  });
});

describe('a plan that does not tell what a field requires', () => {
  const supergraph = parse(`
    enum join__Graph { FEES @join__graph(name: "fees", url: "") }
    type Query @join__type(graph: FEES) { dearest: Parcel @join__field(graph: FEES, provides: "weight") }
    type Parcel @join__type(graph: FEES, key: "id") {
      id: ID! weight: Int @join__field(graph: FEES, external: true) fee: Int @join__field(graph: FEES, requires: "weight")
    }`);
  const assertTold = assertingTold(supergraph);

  function fetchFor(document: string, told?: readonly string[]): FetchStep {
    const parts = told?.map((key) => ({ kind: 'key', key, name: key }) as const);
    return {
      kind: 'fetch',
      subgraph: 'fees',
      document: parse(document),
      operation: 'query',
      variables: [],
      path: [],
      requires: parts && [{ kind: 'fragment', type: 'Parcel', parts }],
      inputRewrites: [],
      outputRewrites: [],
      contextRewrites: [],
    };
  }

  const ENTITIES = '{ _entities(representations: []) { ... on Parcel { fee } } }';

  test.each([
    ['of the entity', fetchFor(ENTITIES, ['id'])],
    ['below a root field', fetchFor('{ dearest { fee } }')],
  ])('is refused: %s', (_, step) => {
    expect(() => assertTold(step)).toThrow(expect.objectContaining({ code: 'UNPLANNABLE' }));
  });

  test.each([
    ['it is told', fetchFor(ENTITIES, ['id', 'weight'])],
    ['the agency provides it itself', fetchFor('{ dearest { weight ... on Parcel { fee } } }')],
  ])('is not meant where %s', (_, step) => {
    expect(() => assertTold(step)).not.toThrow();
  });
});
