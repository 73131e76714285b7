import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable"])`;

/** Both registers show a file's signatories; each has a kind of signatory that the other has never heard of. */
const FILE = `type File @key(fields: "id") { id: ID! page: Page @shareable }
  type Page @shareable { signatories(order: Order = FIRST_LAST): [Signatory!]! }
  enum Order { FIRST_LAST LAST_FIRST }
  type Person @shareable { name: String }`;

const FILE_OF = (signatories: readonly object[]) => ({
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  page: () => ({
    signatories: ({ order }: { order: string }) =>
      order === 'LAST_FIRST' ? signatories.toReversed() : signatories,
  }),
});

function union() {
  const org = { __typename: 'Org', seal: { mark: { text: 'LĐLĐ', kind: 'red' } }, id: 'o1' };
  return local(
    'union',
    `${LINK} ${FILE}
    union Signatory = Person | Org
    union Mark = Stamp | Print
    type Stamp { text: String }
    type Print { text: String pressure: Int }
    type Org @key(fields: "id") { id: ID! seal: Seal }
    type Seal { mark(size: Int!): Mark }
    type Query { unionFile: File }`,
    {
      Query: { unionFile: () => ({ id: 'f1' }) },
      File: FILE_OF([{ __typename: 'Person', name: 'Lan' }, org]),
      Seal: {
        mark: (_: unknown, { size }: { size: number }) => ({ __typename: 'Stamp', text: `LĐLĐ ${size}` }),
      },
    },
  );
}

function police() {
  return local(
    'police',
    `${LINK} ${FILE}
    union Signatory = Person | Unit
    type Unit { number: Int }
    type Query { policeFile: File }`,
    {
      Query: { policeFile: () => ({ id: 'f1' }) },
      File: FILE_OF([
        { __typename: 'Unit', number: 7 },
        { __typename: 'Person', name: 'Minh' },
      ]),
    },
  );
}

function awards() {
  return local(
    'awards',
    `${LINK} type Org @key(fields: "id") { id: ID! medals: Int } type Query { medalCount: Int }`,
    { Org: { __resolveReference: ({ id }: { id: string }) => ({ id, medals: 3 }) } },
  );
}

const SIGNATORIES = `page { signatories { __typename
  ... on Person { name } ... on Unit { number } ... on Org { seal { mark(size: 2) { __typename ... on Stamp { text } } } }
} }`;

describe('a union of which each agency knows a part', () => {
  const hub = sharedHub(() => hubOf([union(), police(), awards()]));

  test('what only one agency knows, where the other could be asked as well, is an error and never a silent null', async () => {
    const { data, errors, fetches } = await hub.ask(`{ unionFile { ${SIGNATORIES} } }`);

    expect(errors?.map(({ path }) => path)).toEqual([['unionFile', 'page', 'signatories', 1, 'seal']]);
    const signatories = [
      { __typename: 'Person', name: 'Lan' },
      { __typename: 'Org', seal: null },
    ];
    expect(data).toEqual({ unionFile: { page: { signatories } } });
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(['union']);
  });

  test('what the asked agency cannot meet stays away without a word', async () => {
    const { data, errors } = await hub.ask(
      '{ unionFile { page { signatories { ... on Unit { number } } } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ unionFile: { page: { signatories: [{}, {}] } } });
  });

  test('what no fetch of the plan can answer is an error, never a silent null', async () => {
    const { data, errors } = await hub.ask(
      '{ unionFile { page { signatories { ... on Org { medals } } } } }',
    );

    expect(errors?.map(({ path }) => path)).toEqual([['unionFile', 'page', 'signatories', 1, 'medals']]);
    expect(data).toEqual({ unionFile: { page: { signatories: [{}, { medals: null }] } } });
  });
});
