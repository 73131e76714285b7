import { describe, expect, test } from '@jest/globals';
import type { CircuitChange } from '../../../gateway/reach/circuits.js';
import { Circuits } from '../../../gateway/reach/circuits.js';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { gatewayOn, served, SILENT, supergraphOf } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { ALL_THREE, WITHOUT_POLICE } from '../faults/site.js';
import { aMember, AWAY, shakyRedis, testWithRedis, type Member } from './site.js';
import { until } from '../../support/until.js';

const TOUCHY = { SUBGRAPH_RETRIES: 0, SUBGRAPH_BREAKER_MINIMUM: 4, SUBGRAPH_BREAKER_OPEN_MS: 60_000 };

/** Three agencies, of which the police fails; and gateways before them. */
async function aGraph() {
  const police = await faultyServer(answering(503, '{}'));
  const [union, awards] = [await served(tinyUnion()), await served(tinyAwards())];
  const urls = new Map([
    ['union', union.url],
    ['awards', awards.url],
    ['police', police.url],
  ]);
  const supergraph = supergraphOf([tinyUnion(), tinyPolice(), tinyAwards()], (name) => urls.get(name) ?? '');
  const gateway = async ({ fleet }: Member) => {
    const changes: CircuitChange[] = [];
    const told = { onCircuit: (change: CircuitChange) => void changes.push(change) };
    const hub = await gatewayOn(
      supergraph,
      (options) => reachOverHttp({ ...options, ...told, circuitNews: fleet.circuits }),
      { reachSettings: TOUCHY },
    );
    return { hub, changes };
  };
  return { police, gateway };
}

const OPEN = [{ subgraph: 'police', state: 'open' }];

describe('a subgraph that one gateway leaves alone', () => {
  testWithRedis('is left alone by another, which never saw it fail', async () => {
    const redis = await shakyRedis();
    const { police, gateway } = await aGraph();
    const one = await gateway(await aMember(redis));
    const other = await gateway(await aMember(redis));

    for (let n = 0; n < 4; n += 1) await one.hub.ask(ALL_THREE);
    await until(() => other.changes.length > 0);
    const { data, errors } = await other.hub.ask(ALL_THREE);

    expect([one.changes, other.changes]).toEqual([OPEN, OPEN]);
    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', retryAfter: 60 } }]);
    expect(police.requests).toHaveLength(4);
  });

  testWithRedis('is left alone by that one only while Redis is away', async () => {
    const redis = await shakyRedis();
    const { police, gateway } = await aGraph();
    const members = [await aMember(redis), await aMember(redis)] as const;
    const [one, other] = [await gateway(members[0]), await gateway(members[1])];

    redis.kill();
    await Promise.all(members.map((member) => member.said(AWAY)));
    for (let n = 0; n < 5; n += 1) await one.hub.ask(ALL_THREE);
    await other.hub.ask(ALL_THREE);

    expect([one.changes, other.changes]).toEqual([OPEN, []]);
    expect(police.requests).toHaveLength(5);
  });
});

describe('news of circuits', () => {
  const POLICE = { name: 'police', url: 'http://police.test/graphql' };

  function someCircuits() {
    const told: string[] = [];
    const listeners: ((circuit: string) => void)[] = [];
    const circuitNews = {
      tell: (circuit: string) => void told.push(circuit),
      listen: (listener: (circuit: string) => void) => void listeners.push(listener),
    };
    const settings = { ...REACH_DEFAULTS, SUBGRAPH_BREAKER_MINIMUM: 1 };
    const circuits = new Circuits({ settings, log: SILENT, circuitNews }, () => 0);
    const { breaker } = circuits.of(POLICE);
    const fail = (): void => breaker.leave(breaker.enter(), 'fault');
    return { told, breaker, fail, hear: (circuit: string) => listeners.forEach((each) => each(circuit)) };
  }

  test('are told by whoever found out, without the address', () => {
    const { told, fail } = someCircuits();

    fail();

    expect(told).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
  });

  test('are not told again by whoever heard of them', () => {
    const [one, other] = [someCircuits(), someCircuits()];
    one.fail();

    one.told.forEach(other.hear);

    expect([other.breaker.state, other.told]).toEqual(['open', []]);
  });

  test('of other subgraphs change nothing', () => {
    const { breaker, hear } = someCircuits();

    for (const circuit of ['', 'police', POLICE.url, 'x'.repeat(43)]) hear(circuit);

    expect(breaker.state).toBe('closed');
  });
});
