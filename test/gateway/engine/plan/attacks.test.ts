import { describe, expect, jest, test } from '@jest/globals';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parse } from 'graphql';
import { typeRelations } from '../../../../gateway/engine/execute/type-relations.js';
import { KnownPlans } from '../../../../gateway/engine/plan/known-plans.js';
import { openSupergraph } from '../../../../gateway/engine/plan/threads/open.js';
import { ENGINE_DEFAULTS } from '../../../../gateway/engine/settings.js';
import { waiting } from '../../../support/a-waiter.js';
import { intricate, intricateSubgraphs, intricateSupergraph } from '../../../support/intricate.js';
import { aTellingLog } from '../../../support/telling-log.js';
import { hubOf, SILENT, type GatewayChanges } from '../../../support/tiny-hub.js';
import { aDoor } from '../../door/a-door.js';

jest.setTimeout(120_000);

const ENGINE = { ...ENGINE_DEFAULTS, PLANNER_THREADS: 1 };

/** A hub over agencies that share all their fields; clients are told apart by the address that a proxy tells. */
async function aHub(engine: Partial<typeof ENGINE>, changes?: GatewayChanges) {
  const door = aDoor({ TRUSTED_PROXIES: '127.0.0.1' });
  const hub = await hubOf(intricateSubgraphs(), { engine: { ...ENGINE, ...engine }, door, ...changes });
  const from = (address: string) => (query: string, signal?: AbortSignal) =>
    hub.ask(query, { headers: { 'x-forwarded-for': address }, signal });
  return { url: hub.url, attacker: from('198.51.100.66'), other: from('198.51.100.1') };
}

/** Operations of 8 KB that differ; each takes a planner longer than half a second. */
const hard = (n: number): string => intricate(8).replaceAll('f0', `f${n + 2}`);

/** Operations of 500 bytes of which nine differ. */
function unlike(n: number): string {
  const [one, other] = [`f${2 + (n % 3)}`, `f${5 + Math.floor(n / 3)}`];
  return intricate(4).replaceAll('f0', one).replaceAll('f1', other);
}

/** Small operations that differ, each of fields that all agencies share. */
function small(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const [a, b, c] = [n % 8, Math.floor(n / 8) % 8, Math.floor(n / 64) % 8];
    return `{ start { f${a} { f${b} { s1 s2 s3 s4 } f${c} { f${a} { s3 s4 s5 s6 } } } } }`;
  });
}

describe('PLN-01: operations that many agencies could answer in many ways', () => {
  test('PLN-01: keep neither known operations, nor new ones of others, nor the health check waiting', async () => {
    const { url, attacker, other } = await aHub({ PLAN_TIMEOUT_MS: 20_000 });
    await other('{ s1Count }');
    const leaving = new AbortController();
    let planned = 0;
    const attack = [0, 1, 2, 3, 4].map(async (n) => {
      await attacker(hard(n), leaving.signal);
      planned += 1;
    });

    const known = await other('{ s1Count }');
    const unknown = await other('{ s2Count }');
    const health = await fetch(`${url}/health/live`);

    expect([known.data, unknown.data, health.status]).toEqual([{ s1Count: 1 }, { s2Count: 1 }, 200]);
    expect(planned).toBeLessThan(5);
    leaving.abort();
    await Promise.allSettled(attack);
  });

  test('PLN-01: are refused when their time is over, and the log tells why', async () => {
    const { log, lines } = aTellingLog();
    const { attacker } = await aHub({ PLAN_SLICE_MS: 20, PLAN_TIMEOUT_MS: 80 }, { log });

    const { errors } = await attacker(hard(0));

    expect(errors).toMatchObject([{ extensions: { code: 'PLAN_TIMEOUT' } }]);
    expect(lines.find((line) => line.includes('no plan'))).toContain('it took more than 80 ms');
  });

  test('PLN-01: are planned beside the event loop, however many come', async () => {
    const { attacker } = await aHub({});
    const delay = monitorEventLoopDelay({ resolution: 1 });
    await attacker(small(1)[0] ?? '');

    delay.enable();
    const answers = await Promise.all(small(24).map((query) => attacker(query)));
    delay.disable();

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(delay.percentile(50) / 1e6).toBeLessThan(20);
  });
});

describe('PLN-03: thousands of operations right after a new supergraph', () => {
  test('PLN-03: are planned once each, and are all answered', async () => {
    const settings = { ...ENGINE, PLAN_TIMEOUT_MS: 10_000 };
    const opened = await openSupergraph(intricateSupergraph(), { settings, log: SILENT });
    await opened.ready;
    const plan = jest.spyOn(opened.planner, 'plan');
    const plans = new KnownPlans(opened.planner, typeRelations(parse('type Query { a: Int }')));
    const get = async (text: string) =>
      plans.get({ document: parse(text), text, overrides: new Set(), waiters: waiting() });
    const distinct = Array.from({ length: 500 }, (_, n) => `{ a${n}: s1Count }`);

    const same = Promise.all(Array.from({ length: 2_000 }, () => get('{ s1Count s2Count }')));
    const all = await Promise.all([...distinct.map(get), same]);

    expect(plan).toHaveBeenCalledTimes(501);
    expect(new Set(await same).size).toBe(1);
    expect(all).toHaveLength(501);
    await opened.close();
  });

  test('PLN-03: of one client do not keep those of another waiting', async () => {
    const { attacker, other } = await aHub({ PLAN_TIMEOUT_MS: 10_000 });
    await other('{ s1Count }');
    const leaving = new AbortController();
    let answered = 0;
    const stampede = Array.from({ length: 9 }, async (_, n) => {
      await attacker(unlike(n), leaving.signal);
      answered += 1;
    });

    const { data } = await other('{ s2Count }');

    expect(data).toEqual({ s2Count: 1 });
    expect(answered).toBeLessThan(9);
    leaving.abort();
    await Promise.allSettled(stampede);
  });
});
