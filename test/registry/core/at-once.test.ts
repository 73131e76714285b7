import { followChain } from '../../../schema/contract/release/chain.js';
import { statementIn } from '../../../schema/contract/release/sign.js';
import type { LogEntry } from '../../../schema/contract/release/wire.js';
import { folded } from '../../../schema/registry/state/fold.js';
import { channelSummaries, movesOf } from '../../../schema/registry/state/questions.js';
import { EMPTY } from '../../../schema/registry/state/state.js';
import { lawOf, sdlOf, typeOf } from './a-law.js';
import { aRegistry, type Party, type Said, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const AGENCIES = Array.from({ length: 10 }, (_, index) => `agency${index}`);

let registry: TestRegistry;
let parties: readonly Party[];

beforeAll(async () => {
  registry = await aRegistry({}, lawOf(AGENCIES));
  parties = await Promise.all(AGENCIES.map((agency) => registry.party({ agency })));
});
afterAll(() => registry.stop());

async function wholeLog(): Promise<readonly LogEntry[]> {
  return registry.operator.client.log({ limit: 500 });
}

/** What each move of the channel composes, and what was newest of each subgraph just then. */
function compositionsIn(log: readonly LogEntry[]) {
  const newest = new Map<string, string>();
  let composed: readonly { readonly name: string; readonly publication: string }[] = [];
  return log.flatMap(({ id, jws }) => {
    const statement = statementIn(jws);
    if (statement.kind === 'PUBLISHED') newest.set(statement.subgraph, id);
    if (statement.kind === 'COMPOSED') composed = statement.subgraphs;
    if (statement.kind !== 'POINTED') return [];
    return [
      {
        composed: new Map(composed.map(({ name, publication }) => [name, publication])),
        newest: new Map(newest),
      },
    ];
  });
}

test('ten agencies that publish in the same second are each taken, one after the other', async () => {
  const answers = await Promise.all(
    parties.map((party) => {
      const sdl = sdlOf(party.name);
      return party.say(publishing(party.name, sdl), { texts: [sdl] });
    }),
  );
  const numbers = answers.map(({ channel }) => channel?.number).toSorted((a = 0, b = 0) => a - b);
  expect(numbers).toEqual(AGENCIES.map((_, index) => index + 1));
});

test('whoever publishes when, each release holds the newest version of every subgraph', async () => {
  const saying = parties.flatMap((party, index) =>
    Array.from({ length: 1 + (index % 3) }, (_, version) => {
      const sdl = sdlOf(
        party.name,
        Array.from({ length: version + 1 }, (_unused, at) => `field${at}`),
      );
      return party.say(publishing(party.name, sdl), { texts: [sdl] }).catch((error: unknown) => error);
    }),
  );
  await Promise.all(saying);
  const releases = compositionsIn(await wholeLog());
  expect(releases.length).toBeGreaterThan(15);
  for (const { composed, newest } of releases) expect(composed).toEqual(newest);
});

test('whoever publishes much at once keeps nobody else waiting for all of it', async () => {
  const [, little, much] = parties;
  if (!much || !little) throw new Error('There are no parties.');
  const done: string[] = [];
  const publish = async (party: Party, field: string): Promise<void> => {
    const sdl = sdlOf(party.name, ['field0', 'field1', 'field2', field]);
    await party.say(publishing(party.name, sdl), { texts: [sdl] }).catch(() => undefined);
    done.push(party.name);
  };
  await Promise.all([...['a', 'b', 'c', 'd'].map((field) => publish(much, field)), publish(little, 'a')]);
  expect(done.indexOf(little.name)).toBeLessThan(done.length - 1);
});

test('the same statement sent by several at once is one entry', async () => {
  const [party] = parties;
  if (!party) throw new Error('There is no party.');
  const sdl = sdlOf(party.name, ['field0', 'field1', 'field2', 'once']);
  const jws = await party.sign(publishing(party.name, sdl));
  const answers = await Promise.all(parties.map(({ client }) => client.submit(jws, { texts: [sdl] })));
  expect(answers.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
  expect(new Set(answers.map(({ entries }) => JSON.stringify(entries))).size).toBe(1);
  const approval = await party.sign({
    kind: 'APPROVED',
    to: 'agency1',
    rights: [{ right: 'EXTEND', coordinate: 'Agency0Thing' }],
    reason: 'at once',
  });
  const approved = await Promise.all(parties.map(({ client }) => client.submit(approval)));
  expect(new Set(approved.flatMap(({ entries }) => entries.map(({ seq }) => seq))).size).toBe(1);
});

test('two processes on one log take turns: nothing is lost, and each knows what the other wrote', async () => {
  const other = await registry.reopen({ PORT: '0' });
  const saying = parties.map(async (party, index) => {
    const there = index % 2 === 0 ? party : party.at(other.url);
    await there.say(approving(party)).catch(retried(there));
    if (there !== party) await there.client.close();
  });
  await Promise.all(saying);
  const log = await wholeLog();
  const reasons = log.filter(({ jws }) => (statementIn(jws) as { reason?: string }).reason === 'from both');
  expect(reasons).toHaveLength(parties.length - 1);
  expect(followChain(log).seq).toBe(log.length);
  await other.stop();
});

/** A party approves what is done to its own type. */
function approving({ name }: Party): Said {
  const rights = [{ right: 'EXTEND' as const, coordinate: typeOf(name) }];
  return { kind: 'APPROVED', to: 'agency1', rights, reason: 'from both' };
}

/** Whoever approves for itself is refused; a log that moves all the time may have to be tried again. */
function retried(party: Party): (error: unknown) => Promise<void> {
  return async () => {
    if (party.name === 'agency1') return;
    await party.say(approving(party));
  };
}

test('the fold of the log is what the registry serves', async () => {
  const state = folded(EMPTY, await wholeLog());
  const { client } = registry.operator;
  const channel = state.channels.get('production');
  expect(await client.channels()).toEqual(channelSummaries(state));
  expect(await client.channelHistory('production')).toEqual(
    JSON.parse(JSON.stringify(channel && movesOf(state, channel))),
  );
});
