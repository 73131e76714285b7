import { expect, test } from '@jest/globals';
import { hubOf, hubOverHttp } from '../../support/tiny-hub.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@interfaceObject"])`;

/** Nobody says which things an `Asset` may be, and the agency that values assets cannot be entered. */
function agencies() {
  return [
    local(
      'union',
      `${LINK} type Query { asset: Asset assetCount: Int } interface Asset @key(fields: "id") { id: ID! }`,
      { Query: { asset: () => ({ id: 'a1' }), assetCount: () => 4 } },
    ),
    local(
      'awards',
      `${LINK} type Query { medalCount: Int }
      type Asset @key(fields: "id", resolvable: false) @interfaceObject { id: ID! value: Int }`,
      {},
    ),
  ];
}

test('an operation without a plan is an error, and no silent null', async () => {
  const hub = await hubOf(agencies());

  const { data, errors, fetches } = await hub.ask('{ asset { value } }');

  expect(data ?? null).toBeNull();
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNPLANNABLE']);
  expect(fetches).toEqual([]);
});

test('what has a plan is still answered by the same hub', async () => {
  const hub = await hubOf(agencies());

  expect((await hub.ask('{ assetCount medalCount }')).data).toEqual({ assetCount: 4, medalCount: null });
});

test('what an agency leaves out of its answer is an error, and no silent null', async () => {
  const leaving = await faultyServer(answering(200, JSON.stringify({ data: { assetCount: 4 } })));
  const plain = local('plain', `${LINK} type Query { assetCount: Int share: Float }`, {});
  const hub = await hubOverHttp([plain], { plain: leaving.url });

  const { data, errors } = await hub.ask('{ assetCount share }');

  expect(data).toEqual({ assetCount: 4, share: null });
  expect(errors?.map(({ path }) => path)).toEqual([['share']]);
});
