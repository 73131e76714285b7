import { describe, expect, test } from '@jest/globals';
import { hubOf } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@shareable", "@provides", "@external"])`;

/** Six nominations of two people, each proposed and seconded. */
function recognition() {
  const nominations = [0, 1, 2, 3, 4, 5].map((n) => ({
    person: { id: `p${n % 2}` },
    proposer: { id: `p${(n + 1) % 2}` },
    place: { town: 'Huế' },
  }));
  return local(
    'recognition',
    `${LINK}
    type Query { nominations: [Nomination!]! table: [[Person]!] known: Person @provides(fields: "name") }
    type Nomination { person: Person! proposer: Person place: Place }
    type Person @key(fields: "id") { id: ID! name: String @external }
    type Place @shareable { town: String! }`,
    {
      Query: {
        nominations: () => nominations,
        table: () => [[{ id: 'p0' }, null], [], [{ id: 'p1' }, { id: 'p0' }]],
        known: () => ({ id: 'p0', name: 'said here' }),
      },
    },
  );
}

/** Keeps count of the people it is asked for. */
function union(asked: string[]) {
  return local(
    'union',
    `${LINK}
    type Query { personCount: Int }
    type Person @key(fields: "id") { id: ID! name: String @shareable home: Place }
    type Place @shareable { town: String! }`,
    {
      Person: {
        __resolveReference: ({ id }: { id: string }) => {
          asked.push(id);
          return { id, name: `Person ${id}`, home: { town: 'Vinh' } };
        },
      },
    },
  );
}

describe('what is asked of agencies', () => {
  test('a record is asked for once in a fetch, however often it stands in the answer', async () => {
    const asked: string[] = [];
    const hub = await hubOf([recognition(), union(asked)]);

    const { data, fetches } = await hub.ask('{ nominations { person { name } } }');

    expect(asked.toSorted()).toEqual(['p0', 'p1']);
    expect(fetches).toHaveLength(2);
    const names = (data as { nominations: { person: { name: string } }[] }).nominations.map(
      (each) => each.person.name,
    );
    expect(names).toEqual(['p0', 'p1', 'p0', 'p1', 'p0', 'p1'].map((id) => `Person ${id}`));
  });

  test('fetches at two places that come out the same are sent once', async () => {
    const asked: string[] = [];
    const hub = await hubOf([recognition(), union(asked)]);

    const { data, fetches } = await hub.ask('{ first: table { name } second: table { name } }');

    expect(data).toMatchObject({
      first: [[{ name: 'Person p0' }, null], [], [{ name: 'Person p1' }, { name: 'Person p0' }]],
    });
    expect(data).toMatchObject({
      second: [[{ name: 'Person p0' }, null], [], [{ name: 'Person p1' }, { name: 'Person p0' }]],
    });
    expect(asked.toSorted()).toEqual(['p0', 'p1']);
    expect(fetches).toHaveLength(2);
  });

  test('what one place asks of a shared record does not show at another', async () => {
    const hub = await hubOf([recognition(), union([])]);

    const { data } = await hub.ask('{ nominations { person { home { town } } proposer { name } } }');

    const seen = (data as { nominations: unknown[] }).nominations;
    expect(seen[0]).toEqual({ person: { home: { town: 'Vinh' } }, proposer: { name: 'Person p1' } });
  });

  test('what an agency provides along with a record is not fetched from its owner', async () => {
    const asked: string[] = [];
    const hub = await hubOf([recognition(), union(asked)]);

    const { data } = await hub.ask('{ known { title: name } }');

    expect(data).toEqual({ known: { title: 'said here' } });
    expect(asked).toEqual([]);
  });
});
