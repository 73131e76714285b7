import { expect, test } from '@jest/globals';
import { ENGINE_DEFAULTS } from '../../gateway/engine/settings.js';
import { composeOnce } from './once/compose-once.js';
import { openOnce } from './once/open-once.js';
import { SILENT } from './tiny-hub.js';

const PUBLISHED = [{ name: 'a', url: 'http://a.invalid', sdl: 'type Query { a: Int }' }];
const OPTIONS = { settings: ENGINE_DEFAULTS, log: SILENT };

test('a supergraph is read once in a worker, and whoever opens it may spy on its planner', async () => {
  const supergraph = composeOnce(PUBLISHED);

  const [one, other] = [await openOnce(supergraph, OPTIONS), await openOnce(supergraph, OPTIONS)];

  expect(one.reading).toBe(other.reading);
  expect(one.planner).not.toBe(other.planner);
});

test('subgraphs that differ in their addresses alone are another supergraph', () => {
  const elsewhere = PUBLISHED.map((each) => ({ ...each, url: 'http://b.invalid' }));

  expect(composeOnce(elsewhere)).not.toBe(composeOnce(PUBLISHED));
});
