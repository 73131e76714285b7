import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable"])`;

interface Ref {
  readonly id: string;
}

const refs = (...ids: readonly string[]): Ref[] => ids.map((id) => ({ id }));

/** Organisations and their units; the figures of organisation "shut" are kept back, and its seal has been lost. */
function union() {
  const orgs = refs('open', 'shut').map(({ id }) => ({ id, units: refs(`${id}1`, `${id}2`) }));
  return local(
    'union',
    `${LINK}
    type Query { orgs: [Org] strictOrgs: [Org!] oneOrg: Org! }
    type Org @key(fields: "id") { id: ID! name: String figures: Int seal: String! units: [Unit!]! }
    type Unit @key(fields: "id") { id: ID! }`,
    {
      Query: { orgs: () => orgs, strictOrgs: () => orgs, oneOrg: () => orgs[1] },
      Org: {
        name: ({ id }: Ref) => `Org ${id}`,
        figures: ({ id }: Ref) => {
          if (id === 'shut') throw new Error('kept back');
          return 5;
        },
        seal: ({ id }: Ref) => (id === 'shut' ? null : 'red'),
      },
    },
  );
}

/** Names of units; it fails for "shut2", has no duty for "shut1", and has never heard of "open2". */
function police() {
  return local(
    'police',
    `${LINK}
    type Query { unitCount: Int }
    type Unit @key(fields: "id") { id: ID! name: String chief: Officer duty: String! }
    type Officer @key(fields: "id") { id: ID! }`,
    {
      Unit: {
        __resolveReference: async ({ id }: Ref) => {
          if (id === 'shut2') throw new Error('the unit cannot be read');
          return id === 'open2' ? null : { id, name: `Unit ${id}`, chief: { id } };
        },
        duty: ({ id }: Ref) => (id === 'shut1' ? null : 'patrol'),
      },
    },
  );
}

function awards() {
  return local(
    'awards',
    `${LINK}
    type Query { medalCount: Int }
    type Officer @key(fields: "id") { id: ID! medals: [Medal] }
    type Medal { year: Int grade: Int }`,
    {
      Officer: {
        __resolveReference: ({ id }: Ref) => ({ id }),
        medals: ({ id }: Ref) => [
          { year: 2020, of: id },
          { year: 2021, of: id },
        ],
      },
      Medal: {
        grade: ({ year, of }: { year: number; of: string }) => {
          if (of === 'shut1' && year === 2021) throw new Error('the grade cannot be read');
          return 1;
        },
      },
    },
  );
}

describe('errors of agencies', () => {
  const hub = sharedHub(() => hubOf([union(), police(), awards()]));

  test('a failing field voids itself alone, and its path has the index in the list', async () => {
    const { data, errors } = await hub.ask('{ orgs { name figures } }');

    expect(data).toEqual({
      orgs: [
        { name: 'Org open', figures: 5 },
        { name: 'Org shut', figures: null },
      ],
    });
    expect(errors?.map(({ path }) => path)).toEqual([['orgs', 1, 'figures']]);
  });

  test('the path of an error speaks the names of the client', async () => {
    const { errors } = await hub.ask('{ all: orgs { number: figures } }');

    expect(errors?.map(({ path }) => path)).toEqual([['all', 1, 'number']]);
  });

  test('an error three agencies down has the indices of all lists on the way', async () => {
    const { data, errors } = await hub.ask('{ orgs { units { chief { medals { year grade } } } } }');

    expect(errors?.map(({ path }) => path)).toContainEqual([
      'orgs',
      1,
      'units',
      0,
      'chief',
      'medals',
      1,
      'grade',
    ]);
    expect(data).toMatchObject({
      orgs: [
        { units: [{ chief: { medals: [{ grade: 1 }, { grade: 1 }] } }, { chief: null }] },
        { units: [{ chief: { medals: [{ grade: 1 }, { year: 2021, grade: null }] } }, { chief: null }] },
      ],
    });
  });

  test('a failing record voids what was asked of it and of no other, and a record that is not there is null', async () => {
    const { data, errors } = await hub.ask('{ orgs { units { id name } } }');

    expect(data).toEqual({
      orgs: [
        {
          units: [
            { id: 'open1', name: 'Unit open1' },
            { id: 'open2', name: null },
          ],
        },
        {
          units: [
            { id: 'shut1', name: 'Unit shut1' },
            { id: 'shut2', name: null },
          ],
        },
      ],
    });
    expect(errors?.map(({ path }) => path?.slice(0, 4))).toEqual([['orgs', 1, 'units', 1]]);
  });

  test('null where there must be a value is an error, and takes what is around it as far as it may', async () => {
    const { data, errors } = await hub.ask('{ orgs { name seal } }');

    expect(data).toEqual({ orgs: [{ name: 'Org open', seal: 'red' }, null] });
    expect(errors?.map(({ path }) => path)).toEqual([['orgs', 1, 'seal']]);
  });

  test('a list whose elements must be there is void as a whole when one is not', async () => {
    const { data, errors } = await hub.ask('{ strictOrgs { seal } oneMore: orgs { id } }');

    expect(data).toEqual({ strictOrgs: null, oneMore: [{ id: 'open' }, { id: 'shut' }] });
    expect(errors?.map(({ path }) => path)).toEqual([['strictOrgs', 1, 'seal']]);
  });

  test('what must be there up to the root voids all data', async () => {
    const { data, errors } = await hub.ask('{ oneOrg { seal } }');

    expect(data).toBeNull();
    expect(errors?.map(({ path }) => path)).toEqual([['oneOrg', 'seal']]);
  });

  test('null in another agency than the one that gave the record propagates over the border', async () => {
    const { data, errors } = await hub.ask('{ oneOrg { name units { id duty } } }');

    expect(data).toBeNull();
    expect(errors?.map(({ path }) => path)).toContainEqual(['oneOrg', 'units', 0, 'duty']);
  });
});

describe('an agency that does not answer for a long list', () => {
  const ids = Array.from({ length: 120 }, (_, index) => String(index));
  const hub = sharedHub(() => {
    const contextFor = (): never => {
      throw new Error('down');
    };
    const failing = { ...police(), contextFor };
    const listing = local(
      'union',
      `${LINK} type Query { units: [Unit!]! } type Unit @key(fields: "id") { id: ID! }`,
      { Query: { units: () => refs(...ids) } },
    );
    return hubOf([listing, failing, awards()]);
  });

  test('is told at the first hundred elements, and for the rest at the list', async () => {
    const { data, errors } = await hub.ask('{ units { id name } }');

    expect(data).toEqual({ units: ids.map((id) => ({ id, name: null })) });
    expect(errors?.map(({ path }) => path)).toEqual([
      ...ids.slice(0, 100).map((id) => ['units', Number(id), 'name']),
      ['units'],
    ]);
  });
});
