import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@external", "@context", "@fromContext"])`;

/** Conferences and campaigns both say in whose honour the same round of talks is held. */
function recognition() {
  const round = { id: 'r1' };
  const held = [
    { __typename: 'Conference', id: 'c1', patron: 'Huế', round },
    { __typename: 'Campaign', id: 'k1', founder: 'Vinh', round },
    { __typename: 'Conference', id: 'c2', patron: null, round },
    { __typename: 'Conference', id: 'lost', patron: 'never', round },
  ];
  return local(
    'recognition',
    `${LINK}
    type Query { held: [Event!]! lost: Conference }
    union Event @context(name: "event") = Conference | Campaign
    type Conference @key(fields: "id") { id: ID! patron: String round: Round }
    type Campaign @key(fields: "id") { id: ID! founder: String round: Round }
    type Round @key(fields: "id") {
      id: ID!
      toast(to: String @fromContext(field: "$event ... on Conference { patron } ... on Campaign { founder }")): String
    }`,
    {
      Query: { held: () => held.slice(0, 3), lost: () => held[3] },
      Conference: {
        patron: ({ id, patron }: { id: string; patron: string }) => {
          if (id === 'lost') throw new Error('no patron');
          return patron;
        },
      },
      Round: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        toast: (_: unknown, { to }: { to: string | null }) => (to === null ? 'to nobody' : `to ${to}`),
      },
    },
  );
}

function police() {
  return local(
    'police',
    `${LINK} type Query { roundCount: Int } type Round @key(fields: "id") { id: ID! guards: Int }`,
    { Round: { __resolveReference: ({ id }: { id: string }) => ({ id, guards: 3 }) } },
  );
}

describe('a context that several types set', () => {
  const hub = sharedHub(() => hubOf([recognition(), police()]));

  test('each type gives its own field, and null is a value', async () => {
    const { data, errors } = await hub.ask(`{
      held { ... on Conference { round { toast guards } } ... on Campaign { round { guards toast } } }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      held: ['to Huế', 'to Vinh', 'to nobody'].map((toast) => ({ round: { toast, guards: 3 } })),
    });
  });

  test('a value that came to an error is null for the field, and the error is told', async () => {
    const { data, errors } = await hub.ask('{ lost { id round { toast } } }');

    expect(data).toEqual({ lost: { id: 'lost', round: { toast: 'to nobody' } } });
    expect(errors).toHaveLength(1);
  });
});
