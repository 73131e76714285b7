import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Agent, request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { reachInProcess } from '../../../gateway/reach/in-process.js';
import { gatewayOn, supergraphOf, type GatewayChanges, type TinyHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

/** The fields that the agency's code can answer; a supergraph tells of some of them. */
const FIELDS = ['count', 'old', 'fresh', 'newest', 'late'];

function sdlOf(fields: readonly string[]): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])
    type Query { ${fields.map((field) => `${field}: Int`).join(' ')} }`;
}

/** An agency whose field `late` waits until it is told to answer. */
function agency() {
  const asked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<number>();
  const late = () => {
    asked.resolve();
    return release.promise;
  };
  const union = local('union', sdlOf(FIELDS), {
    Query: { count: () => 1, fresh: () => 2, newest: () => 3, late },
  });
  const supergraph = (...fields: string[]) =>
    supergraphOf([{ ...union, sdl: sdlOf(['count', ...fields]) }], (name) => `http://${name}.invalid`);
  return { union, supergraph, asked: asked.promise, release: release.resolve };
}

async function aHub(changes?: GatewayChanges) {
  const { union, supergraph, ...rest } = agency();
  const first = supergraph('old', 'late');
  const hub = await gatewayOn(first, (options) => reachInProcess([union], options), changes);
  return { hub, supergraph, ...rest };
}

function codesOf(answer: Awaited<ReturnType<TinyHub['ask']>>): readonly unknown[] {
  return answer.errors?.map(({ extensions }) => extensions['code']) ?? [];
}

describe('a gateway that takes over a new supergraph', () => {
  test('answers what is new, and refuses what is gone', async () => {
    const { hub, supergraph } = await aHub();
    expect(codesOf(await hub.ask('{ fresh }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);

    await hub.takeOver(supergraph('fresh'));

    expect((await hub.ask('{ count fresh }')).data).toEqual({ count: 1, fresh: 2 });
    expect(codesOf(await hub.ask('{ old }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  test('shows the new schema to whoever asks for it', async () => {
    const { hub, supergraph } = await aHub();

    await hub.takeOver(supergraph('fresh'));

    const { data } = await hub.ask('{ __type(name: "Query") { fields { name } } }');
    expect(data).toEqual({ __type: { fields: [{ name: 'count' }, { name: 'fresh' }] } });
  });

  test('finishes on the old one what was asked of it', async () => {
    const { hub, supergraph, asked, release } = await aHub();
    const answer = hub.ask('{ late }');
    await asked;

    const taken = hub.takeOver(supergraph('fresh'));
    const isThere = async () => (await hub.ask('{ fresh }')).errors === undefined;
    while (!(await isThere()));
    release(4);

    expect((await answer).data).toEqual({ late: 4 });
    await taken;
  });

  test('stays ready, and keeps connections open', async () => {
    const { hub, supergraph } = await aHub();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await overHttp(hub.url, agent);

    const taken = hub.takeOver(supergraph('fresh'));
    const readiness = await fetch(`${hub.url}/health/ready`);
    await taken;
    const last = await overHttp(hub.url, agent);

    expect(readiness.status).toBe(200);
    expect(last.body).toEqual(first.body);
    expect(last.socket).toBe(first.socket);
    agent.destroy();
  });

  test('keeps the old one when the new one is no good', async () => {
    const { hub } = await aHub();

    await expect(hub.takeOver('type Query { fresh: Int }')).rejects.toMatchObject({
      code: 'INVALID_SETTING',
    });

    expect((await hub.ask('{ count old }')).data).toEqual({ count: 1, old: null });
  });

  test('keeps the old one when the new one names a subgraph that cannot be reached', async () => {
    const { hub, supergraph } = await aHub();
    const elsewhere = supergraph('fresh').replaceAll('"union"', '"elsewhere"');

    await expect(hub.takeOver(elsewhere)).rejects.toThrow('elsewhere');

    expect((await hub.ask('{ old }')).data).toEqual({ old: null });
  });

  test('of several that wait takes over only the newest, one after the other', async () => {
    const loaded: string[] = [];
    const log = pino({ level: 'info' }, { write: (line) => void loaded.push(line) });
    const { hub, supergraph } = await aHub({ log });

    await Promise.all([['fresh'], ['late'], ['newest']].map((fields) => hub.takeOver(supergraph(...fields))));

    expect((await hub.ask('{ newest }')).data).toEqual({ newest: 3 });
    expect(loaded.filter((line) => line.includes('taken over'))).toHaveLength(1);
  });

  test('fails no request while it does so again and again', async () => {
    const { hub, supergraph } = await aHub();
    const over = new AbortController();
    const failed: unknown[] = [];
    const load = Array.from({ length: 4 }, async () => {
      while (!over.signal.aborted) {
        const { data, text } = await hub.ask('{ count }');
        if ((data as { count?: number } | undefined)?.count !== 1) failed.push(text);
      }
    });

    for (const fields of [['fresh'], ['newest'], ['old']]) await hub.takeOver(supergraph(...fields));
    over.abort();
    await Promise.all(load);

    expect(failed).toEqual([]);
  });

  test('takes over nothing any more once it stops', async () => {
    const { hub, supergraph } = await aHub();

    const taken = hub.takeOver(supergraph('fresh')).catch((error: unknown) => error);
    await hub.stop();

    await taken;
    await expect(hub.ask('{ count }')).rejects.toThrow();
  });
});

async function overHttp(url: string, agent: Agent) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { agent, method: 'POST', headers: { 'content-type': 'application/json' } };
    const sent = request(`${url}/graphql`, options, resolve);
    sent.on('error', reject).end('{"query":"{ count }"}');
  });
  const { socket } = response;
  return { socket, body: await json(response) };
}
