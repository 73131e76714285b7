import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@shareable", "@external", "@requires"])`;

interface Ref {
  readonly id?: string;
  readonly code?: string | null;
}

/** Knows units by id or by code, and posts by the unit and the number together. */
function police() {
  const units = [
    { id: 'u1', code: 'HN', name: 'Hà Nội' },
    { id: 'u2', code: null, name: 'Huế' },
  ];
  return local(
    'police',
    `${LINK}
    type Query { units: [Unit!]! posts: [Post!]! }
    type Unit @key(fields: "id", resolvable: false) @key(fields: "code") { id: ID! code: String name: String! }
    type Post @key(fields: "unit { id } number") { unit: Unit! number: Int! street: String }`,
    {
      Query: {
        units: () => units,
        posts: () => [1, 2].map((number) => ({ unit: units[0], number, street: `Street ${number}` })),
      },
      Unit: { __resolveReference: ({ code }: Ref) => units.find((each) => each.code === code) ?? null },
    },
  );
}

/** Counts medals of units, and watches of posts; of units it knows the id alone. */
function awards() {
  return local(
    'awards',
    `${LINK}
    type Query { bravest: Unit ghost: Unit }
    type Unit @key(fields: "id") @key(fields: "code") { id: ID! code: String medals: Int }
    type Post @key(fields: "unit { id } number") { unit: Unit! @external number: Int! @external watches: String }`,
    {
      Query: { bravest: () => ({ id: 'u1', code: 'HN' }), ghost: () => ({ id: 'u9', code: 'XX' }) },
      Unit: {
        __resolveReference: ({ id, code }: Ref) => ({ id: id ?? 'by code', code }),
        medals: ({ id }: Ref) => Number(id?.slice(1)),
      },
      Post: {
        __resolveReference: (post: { unit: { id: string }; number: number }) => post,
        watches: ({ unit, number }: { unit: { id: string }; number: number }) => `${unit.id}/${number}`,
      },
    },
  );
}

describe('keys of records', () => {
  const hub = sharedHub(() => hubOf([police(), awards()]));

  test('a client may call a field by the name of a key', async () => {
    const { data, errors } = await hub.ask('{ bravest { id: name code: id medals } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ bravest: { id: 'Hà Nội', code: 'u1', medals: 1 } });
  });

  test('a client may call another field by the name __typename would have', async () => {
    const { data, errors } = await hub.ask('{ bravest { kind: __typename __typename name } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ bravest: { kind: 'Unit', __typename: 'Unit', name: 'Hà Nội' } });
  });

  test('the key by which an agency can be entered is taken, wherever it stands in the list', async () => {
    const { data, errors, fetches } = await hub.ask('{ bravest { name } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ bravest: { name: 'Hà Nội' } });
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(['awards', 'police']);
  });

  test('a key of several parts, one of them within another record, finds the record', async () => {
    const { data, errors } = await hub.ask('{ posts { watches } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ posts: [{ watches: 'u1/1' }, { watches: 'u1/2' }] });
  });

  test('a record with another key that is null is found by the one it has', async () => {
    const { data, errors } = await hub.ask('{ units { code medals } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      units: [
        { code: 'HN', medals: 1 },
        { code: null, medals: 2 },
      ],
    });
  });

  test('a record that the other agency does not know is an error where it must have a value', async () => {
    const { data, errors } = await hub.ask('{ ghost { id name } }');

    expect(data).toEqual({ ghost: null });
    expect(errors?.map(({ path }) => path)).toEqual([['ghost', 'name']]);
  });
});

test('the answer has its keys in the order of the operation, through fragments and agencies', async () => {
  const hub = await hubOf([police(), awards()]);

  const { text } = await hub.ask(
    '{ ghost: bravest { medals ...Names id } units { medals } } fragment Names on Unit { z: medals name a: id }',
  );

  expect(text).toContain('{"medals":1,"z":1,"name":"Hà Nội","a":"u1","id":"u1"}');
  expect(text.indexOf('"ghost"')).toBeLessThan(text.indexOf('"units"'));
});
