import { expect, jest, test } from '@jest/globals';
import { ENGINE_DEFAULTS } from '../../../../../gateway/engine/settings.js';
import { LIMIT_DEFAULTS } from '../../../../../gateway/limits/settings.js';
import { intricate, intricateSubgraphs } from '../../../../support/intricate.js';
import { hubOf } from '../../../../support/tiny-hub.js';

jest.setTimeout(120_000);

const NO_LIMITS = Object.fromEntries(
  Object.keys(LIMIT_DEFAULTS).map((name) => [name, 1_000_000]),
) as typeof LIMIT_DEFAULTS;

test('an operation that cannot be planned in time keeps nobody else waiting, and is refused at once when it comes again', async () => {
  const engine = { ...ENGINE_DEFAULTS, PLANNER_THREADS: 1, PLAN_TIMEOUT_MS: 1_000, PLAN_QUEUE: 1 };
  const hub = await hubOf(intricateSubgraphs(), { engine, limits: NO_LIMITS });
  const known = '{ s1Count }';
  await hub.ask(known);

  let isPlanning = true;
  const hard = hub.ask(intricate(11)).finally(() => (isPlanning = false));
  const waiting = hub.ask('{ s2Count }');
  const refused = await hub.ask('{ s3Count }');
  const meanwhile = await hub.ask(known);

  expect(isPlanning).toBe(true);
  expect(meanwhile.data).toEqual({ s1Count: 1 });
  expect(refused.errors).toMatchObject([{ extensions: { code: 'PLANNER_BUSY', retryAfter: 1 } }]);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await hard).errors).toMatchObject([{ extensions: { code: 'PLAN_TIMEOUT' } }]);
  expect((await hub.ask(intricate(11))).errors).toMatchObject([{ extensions: { code: 'PLAN_TIMEOUT' } }]);
  expect((await waiting).data).toEqual({ s2Count: 1 });
});
