import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable"])`;

/** Each agency knows a part of an address, and the beat of a unit as rows of squares. */
function police() {
  return local(
    'police',
    `${LINK}
    type Query { unit: Unit nothing: Unit }
    type Unit @key(fields: "id") { id: ID! address: Address! @shareable beat: [[Square]!] }
    type Address { town: String! @shareable street: String place: Place @shareable }
    type Place { ward: Int @shareable gate: Int }
    type Square @key(fields: "row column") { row: Int! column: Int! }`,
    {
      Query: {
        unit: () => ({
          id: 'u1',
          address: { town: 'Huế', street: 'Lê Lợi', place: { ward: 5, gate: 2 } },
          beat: [[{ row: 1, column: 1 }, null], [], [{ row: 2, column: 1 }]],
        }),
        nothing: () => null,
      },
    },
  );
}

function union() {
  return local(
    'union',
    `${LINK}
    type Query { orgCount: Int }
    type Unit @key(fields: "id") { id: ID! address: Address! @shareable tags: [[String]] }
    type Address { town: String! @shareable postcode: Int place: Place @shareable }
    type Place { ward: Int @shareable wing: String }
    type Square @key(fields: "row column") { row: Int! column: Int! shade: String }`,
    {
      Unit: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        address: () => ({ town: 'Huế', postcode: 49_000, place: { ward: 5, wing: 'west' } }),
        tags: () => [['a', null], null, []],
      },
      Square: {
        __resolveReference: (square: { row: number; column: number }) => square,
        shade: ({ row, column }: { row: number; column: number }) => (row === 2 ? null : `${row}-${column}`),
      },
    },
  );
}

describe('values', () => {
  const hub = sharedHub(() => hubOf([police(), union()]));

  test('a value without a key is merged of what two agencies say of it, at every depth', async () => {
    const { data, errors } = await hub.ask(
      '{ unit { address { postcode town street place { wing ward gate } } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      unit: {
        address: {
          postcode: 49_000,
          town: 'Huế',
          street: 'Lê Lợi',
          place: { wing: 'west', ward: 5, gate: 2 },
        },
      },
    });
  });

  test('lists within lists keep their shape, their gaps and their empty rows', async () => {
    const { data, errors } = await hub.ask('{ unit { beat { row shade } tags } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      unit: {
        beat: [[{ row: 1, shade: '1-1' }, null], [], [{ row: 2, shade: null }]],
        tags: [['a', null], null, []],
      },
    });
  });

  test('nothing is asked of a record that is not there', async () => {
    const { data, errors, fetches } = await hub.ask('{ nothing { address { postcode } tags } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ nothing: null });
    expect(fetches).toHaveLength(1);
  });
});
