import { expect, test } from '@jest/globals';
import { ENGINE_DEFAULTS } from '../../../gateway/engine/settings.js';
import { hubOf } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';
import { streamOf } from './a-hub.js';

const IN_PARTS = 'multipart/mixed;deferSpec=20220824, application/json';

/** A hub that shares queries; the first one waits until the test releases it. */
async function aSharingHub() {
  const asked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  let count = 1;
  let queries = 0;
  const read = async (): Promise<number> => {
    const found = count;
    queries += 1;
    asked.resolve();
    if (queries === 1) await release.promise;
    return found;
  };
  const bump = () => ({ count: (count += 1), more: 7 });
  const union = local(
    'union',
    'type Query { count: Int } type Mutation { bump: Bumped } type Bumped { count: Int more: Int }',
    { Query: { count: read }, Mutation: { bump } },
  );
  const hub = await hubOf([union], { engine: { ...ENGINE_DEFAULTS, SHARE_QUERIES: true } });
  return { hub, asked: asked.promise, release: release.resolve };
}

test('a query after a change that was answered in parts does not get what was read before it', async () => {
  const { hub, asked, release } = await aSharingHub();
  const before = hub.ask('{ count }');
  await asked;

  const change = await streamOf(hub.url, 'mutation { bump { count ... @defer { more } } }', IN_PARTS);
  await change.text();
  const after = hub.ask('{ count }');
  void after.finally(release);

  expect((await after).data).toEqual({ count: 2 });
  expect((await before).data).toEqual({ count: 1 });
});
