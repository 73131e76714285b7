import { expect, test } from '@jest/globals';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { gatewayOn, served, supergraphOf } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';
import { socketClient } from './a-hub.js';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])
  type Query { late: Int`;

/** A hub by HTTP whose agency answers `late` when the test says so; a newer supergraph tells of `fresh`, too. */
async function aLateHub() {
  const asked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<number>();
  const late = () => {
    asked.resolve();
    return release.promise;
  };
  const union = local('union', `${SDL} fresh: Int }`, { Query: { late, fresh: () => 2 } });
  const { url } = await served(union);
  const hub = await gatewayOn(
    supergraphOf([{ ...union, sdl: `${SDL} }` }], () => url),
    reachOverHttp,
  );
  const newer = supergraphOf([union], () => url);
  return { hub, newer, asked: asked.promise, release: release.resolve };
}

test('an operation by WebSocket is answered in full, though a new supergraph is taken over meanwhile', async () => {
  const { hub, newer, asked, release } = await aLateHub();
  const answer = socketClient(hub.url).iterate({ query: '{ late }' }).next();
  await asked;

  await hub.takeOver(newer);
  const { data } = await hub.ask('{ fresh }');
  release(1);

  expect(data).toEqual({ fresh: 2 });
  expect(await answer).toMatchObject({ value: { data: { late: 1 } } });
});
