import { expect, test } from '@jest/globals';
import { hubOf } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

test('a subscription is refused, never run once as if it were a query', async () => {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])
    type Query { count: Int } type Subscription { tick: Int }`;
  const hub = await hubOf([
    local('union', sdl, { Query: { count: () => 1 }, Subscription: { tick: () => 2 } }),
  ]);

  const { data, errors, fetches } = await hub.ask('subscription { tick }');

  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]);
  expect(fetches).toEqual([]);
});
