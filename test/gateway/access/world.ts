/** A value of the world: an object of a type, a list, a leaf or nothing. */
export type Value = Thing | readonly Value[] | string | number | null;

/** An object with the values of its fields. */
export interface Thing {
  readonly __typename: string;
  readonly [field: string]: Value;
}

function aTradeUnion(n: number, parent: Thing | null): Thing {
  return {
    __typename: 'TradeUnion',
    id: `union-${n}`,
    name: `Công đoàn ${n}`,
    budget: 510_000 + n,
    memberCount: 520_000 + n,
    chair: anOfficial(n),
    parent,
    reports: [`union report ${n}`],
  };
}

function anOfficial(n: number): Thing {
  return {
    __typename: 'Official',
    name: `Chủ tịch ${n}`,
    phone: `phone ${n}`,
    verdicts: [['UPHELD', 'DISMISSED'], []],
  };
}

const CENTRAL = aTradeUnion(1, null);
const PROVINCE = aTradeUnion(2, CENTRAL);
const POLICE: Thing = {
  __typename: 'PoliceUnit',
  id: 'police-1',
  name: 'Công an 1',
  budget: 530_001,
  station: 'Đồn 1',
  reports: ['police report 1'],
};

const NOTICES: readonly Thing[] = [
  { __typename: 'OpenNotice', id: 'open-1', title: 'open title' },
  { __typename: 'SealedNotice', id: 'sealed-1', title: 'sealed title' },
];

const HONOURS: readonly Thing[] = [
  { __typename: 'Medal', title: 'medal title' },
  { __typename: 'Citation', title: 'citation title', text: 'citation text' },
];

/** What stands behind the test graph. */
export const ROOTS: Readonly<Record<'Query' | 'Mutation', Thing>> = {
  Query: {
    __typename: 'Query',
    hotline: 'hotline number',
    verdict: 'UPHELD',
    unions: [CENTRAL, PROVINCE],
    organizations: [
      [CENTRAL, POLICE],
      [null, PROVINCE],
    ],
    notices: NOTICES,
    honours: HONOURS,
    ledger: { __typename: 'Ledger', balance: 540_001, signature: 'ledger signature' },
  },
  Mutation: { __typename: 'Mutation', rename: CENTRAL, ping: 'pong' },
};

/** The organization of an id. */
export function organization(id: unknown): Thing | undefined {
  return [CENTRAL, PROVINCE, POLICE].find((each) => each['id'] === id);
}
