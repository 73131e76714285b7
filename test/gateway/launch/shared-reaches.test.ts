import { expect, test } from '@jest/globals';
import { sharingReaches } from '../../../gateway/launch/shared-reaches.js';
import type { Reach } from '../../../gateway/reach/reach.js';

test('a way is shared as long as somebody knows its subgraph at its address, and let go of once', async () => {
  const told: string[] = [];
  const reach = sharingReaches(({ name, url }): Reach => {
    told.push(`opened ${name} ${url}`);
    return { fetch: async () => ({ data: {} }), close: async () => void told.push(`closed ${name} ${url}`) };
  });
  const first = reach({ name: 'union', url: 'http://a/' });
  const second = reach({ name: 'union', url: 'http://a/' });
  const moved = reach({ name: 'union', url: 'http://b/' });

  await first.close();
  await first.close();
  expect(told).toEqual(['opened union http://a/', 'opened union http://b/']);
  await Promise.all([second.close(), moved.close()]);

  expect(told.slice(2)).toEqual(['closed union http://a/', 'closed union http://b/']);
});
