import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@external", "@requires"])`;

interface Told {
  readonly id: string;
  readonly dues?: number;
  readonly seat?: { readonly town: string };
  readonly roll?: readonly { readonly born: number }[];
}

/** Knows what members pay, in either currency, and where a union sits. */
function union() {
  const rolls = [1990, 1970, 1980].map((born) => ({ born, name: `b. ${born}` }));
  return local(
    'union',
    `${LINK}
    enum Currency { VND USD }
    type Query { org: Org! orgs: [Org!]! nobody: Org }
    type Org @key(fields: "id") {
      id: ID! dues(in: Currency!): Float seat: Seat roll(first: Int, eldest: Boolean = false): [Member!]
    }
    type Seat { town: String! street: String }
    type Member { born: Int! name: String }`,
    {
      Query: {
        org: () => ({ id: 'o1' }),
        orgs: () => ['o1', 'o2'].map((id) => ({ id })),
        nobody: () => null,
      },
      Org: {
        __resolveReference: ({ id }: Told) => ({ id }),
        dues: ({ id }: Told, { in: currency }: { in: string }) =>
          (currency === 'USD' ? 1 : 25_000) * (id === 'o1' ? 2 : 3),
        seat: ({ id }: Told) => (id === 'o1' ? { town: 'Huế', street: 'Lê Lợi' } : null),
        roll: (_: unknown, { first, eldest }: { first?: number; eldest: boolean }) =>
          (eldest ? rolls.toSorted((a, b) => a.born - b.born) : rolls).slice(0, first ?? rolls.length),
      },
    },
  );
}

/** Judges organisations by what the union tells; says back what it was told. */
function awards() {
  return local(
    'awards',
    `${LINK}
    enum Currency { VND USD }
    type Query { awardCount: Int }
    type Org @key(fields: "id") {
      id: ID!
      dues(in: Currency!): Float @external
      seat: Seat @external
      roll(first: Int, eldest: Boolean = false): [Member!] @external
      inDollars: String @requires(fields: "dues(in: USD)")
      inDong: String @requires(fields: "dues(in: VND)")
      place: String @requires(fields: "seat { town }")
      elder: String @requires(fields: "roll(first: 1, eldest: true) { born } seat { town }")
      praise(words: Int!): String @requires(fields: "dues(in: USD)")
    }
    type Seat { town: String! @external }
    type Member { born: Int! @external }`,
    {
      Org: {
        __resolveReference: (told: Told) => told,
        inDollars: ({ dues }: Told) => `$${String(dues)}`,
        inDong: ({ dues }: Told) => `${String(dues)} đ`,
        place: ({ seat }: Told) => seat?.town ?? 'nowhere',
        elder: ({ roll, seat }: Told) =>
          `${roll?.length} b. ${roll?.[0]?.born} in ${seat?.town ?? 'nowhere'}`,
        praise: ({ dues }: Told, { words }: { words: number }) =>
          `${'good '.repeat(words)}for ${String(dues)}`,
      },
    },
  );
}

describe('@requires', () => {
  const hub = sharedHub(() => hubOf([union(), awards()]));

  test('an agency is told what it requires, and the client does not see it', async () => {
    const { data, errors } = await hub.ask('{ org { place } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ org: { place: 'Huế' } });
  });

  test('null that is required is told as null', async () => {
    const { data, errors } = await hub.ask('{ orgs { place } nobody { place } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ orgs: [{ place: 'Huế' }, { place: 'nowhere' }], nobody: null });
  });

  test('two fields that require one field with different arguments each get their own', async () => {
    const { data, errors } = await hub.ask('{ orgs { inDong inDollars } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      orgs: [
        { inDong: '50000 đ', inDollars: '$2' },
        { inDong: '75000 đ', inDollars: '$3' },
      ],
    });
  });

  test('what the client asks of a required field does not change what is required', async () => {
    const { data, errors } = await hub.ask('{ org { dues(in: VND) inDollars } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ org: { dues: 50_000, inDollars: '$2' } });
  });

  test('a variable of the client and a required argument do not meet', async () => {
    const { data, errors } = await hub.ask(
      'query ($in: Currency!, $n: Int = 2) { org { dues: inDollars inDollars: dues(in: $in) roll(first: $n) { name } elder } }',
      { variables: { in: 'VND' } },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      org: {
        dues: '$2',
        inDollars: 50_000,
        roll: [{ name: 'b. 1990' }, { name: 'b. 1970' }],
        elder: '1 b. 1970 in Huế',
      },
    });
  });

  test('a field that requires and takes arguments of its own can be asked several times', async () => {
    const { data, errors } = await hub.ask('{ org { praise(words: 1) twice: praise(words: 2) inDong } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ org: { praise: 'good for 2', twice: 'good good for 2', inDong: '50000 đ' } });
  });
});
