import { addressOf, type Address } from '../../../schema/contract/release/address.js';
import { statementIn } from '../../../schema/contract/release/sign.js';
import type { ChannelRelease } from '../../../schema/contract/release/wire.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { sdlOf, typeOf } from './a-law.js';
import { promoting, publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let operator: Party;
let union: Party;
let recognition: Party;

beforeAll(async () => {
  registry = await aRegistry();
  ({ operator } = registry);
  union = await registry.party({ agency: 'union' });
  recognition = await registry.party({ agency: 'recognition' });
  await operator.say({ kind: 'CHANNEL_MADE', channel: 'staging', description: 'for trying out' });
});
afterAll(() => registry.stop());

async function published(
  party: Party,
  fields: readonly string[],
  channel = 'production',
): Promise<ChannelRelease> {
  const sdl = sdlOf(party.name, fields);
  const answer = await party.say(publishing(party.name, sdl, { channel }), { texts: [sdl] });
  if (!answer.channel) throw new Error('The channel was not moved.');
  return answer.channel;
}

function composedBy({ pointed }: ChannelRelease): Address {
  const statement = statementIn(pointed);
  return statement.kind === 'POINTED' ? statement.composed : addressOf('');
}

describe('a channel', () => {
  test('is made by an operator alone, and once', async () => {
    const making = { kind: 'CHANNEL_MADE', channel: 'staging', description: 'again' } as const;
    await expect(union.say(making)).rejects.toMatchObject({
      code: 'NOT_YOURS',
      details: { agency: 'OPERATOR' },
    });
    await expect(operator.say(making)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  });

  test('serves nothing until something is published on it', async () => {
    expect(await union.client.channel('staging')).toBeNull();
    await expect(union.client.channel('none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('tells those who wait as soon as it is moved', async () => {
    const waiting = union.client.channel('production', { waitSeconds: 25 });
    const release = await published(union, ['name']);
    expect(await waiting).toEqual(release);
    expect(await union.client.channel('production', { after: release.number })).toBeNull();
  });

  test('keeps its history: each move, who caused it and why, and how gateways fared', async () => {
    const gateway = await registry.party({ role: 'GATEWAY' });
    const { number } = await published(union, ['name', 'place']);
    const reason = { code: 'DOES_NOT_LOAD', text: { vi: 'không nạp được', en: 'it does not load' } };
    const outcome = { kind: 'OUTCOME', channel: 'production', number, outcome: 'REFUSED', reason } as const;
    await gateway.say(outcome);
    const [last, first] = await union.client.channelHistory('production');
    expect(last).toMatchObject({ number, cause: { kind: 'PUBLISHED', by: 'union', message: 'a version' } });
    expect(last?.outcomes).toMatchObject([{ gateway: gateway.key.kid, outcome: 'REFUSED', reason }]);
    expect(first).toMatchObject({ number: number - 1, outcomes: [] });
    await expect(gateway.say(outcome)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    await expect(gateway.say({ ...outcome, number: 1_000 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(union.say({ ...outcome, outcome: 'LAUNCHED' })).rejects.toMatchObject({ code: 'NOT_YOURS' });
  });
});

describe('rolling back', () => {
  test('returns to what was served, under a new number', async () => {
    const former = await published(union, ['name', 'place', 'before']);
    const next = await published(union, ['name', 'place', 'before', 'after']);
    const said = {
      kind: 'ROLLED_BACK',
      channel: 'production',
      to: composedBy(former),
      reason: 'slow',
    } as const;
    const { channel } = await union.say(said);
    expect(channel).toMatchObject({ number: next.number + 1, supergraph: former.supergraph });
    await expect(union.say(said)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  });

  test('is an operator’s where another agency’s subgraph would change', async () => {
    const former = await published(union, ['name', 'place', 'before', 'later']);
    await published(recognition, []);
    const said = {
      kind: 'ROLLED_BACK',
      channel: 'production',
      to: composedBy(former),
      reason: 'slow',
    } as const;
    await expect(union.say(said)).rejects.toMatchObject({
      code: 'NOT_YOURS',
      details: { agency: 'recognition' },
    });
    expect((await operator.say(said)).channel?.supergraph).toBe(former.supergraph);
    await published(recognition, []);
  });

  test('from a release that is no longer the newest is refused', async () => {
    const [, left, former] = await operator.client.channelHistory('production');
    const from = {
      kind: 'ROLLED_BACK',
      channel: 'production',
      leaving: left?.number,
      reason: 'slow',
    } as const;
    const said = { ...from, to: former?.composed ?? addressOf('') };

    await expect(operator.say(said)).rejects.toMatchObject({ code: 'STALE_BASE' });
  });

  test('leads to nothing that the channel never served', async () => {
    const elsewhere = await published(union, ['elsewhere'], 'staging');
    for (const to of [composedBy(elsewhere), addressOf('nothing')]) {
      const said = { kind: 'ROLLED_BACK', channel: 'production', to, reason: 'slow' } as const;
      await expect(operator.say(said)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('to a graph that protects less is an operator’s, and says what it opens', async () => {
    const open = await published(union, ['name', 'place', 'before', 'later', 'secret']);
    const sdl = sdlOf('union', ['name', 'place', 'before', 'later', 'secret'])
      .replace('secret: String', 'secret: String @authenticated')
      .replace('v2.3', 'v2.5')
      .replace('"@shareable"', '"@shareable", "@authenticated"');
    await union.say(publishing('union', sdl), { texts: [sdl] });
    const said = {
      kind: 'ROLLED_BACK',
      channel: 'production',
      to: composedBy(open),
      reason: 'slow',
    } as const;
    await expect(union.say(said)).rejects.toMatchObject({
      code: 'NOT_YOURS',
      details: { agency: 'OPERATOR' },
    });
    const { channel, entries } = await operator.say(said);
    expect(entries.map(({ kind }) => kind)).toEqual(['ROLLED_BACK', 'COMPOSED', 'POINTED']);
    expect(statementIn(channel?.composed ?? '')).toMatchObject({ opened: [`${typeOf('union')}.secret`] });
    expect(channel?.supergraph).toBe(open.supergraph);
  });
});

describe('promoting', () => {
  test('takes an agency’s own versions from one channel to another', async () => {
    const fields = ['name', 'place', 'before', 'later', 'secret', 'elsewhere'];
    await published(union, fields, 'staging');
    const { channel } = await union.say(await promoting(union, { subgraphs: ['union'] }));
    const served = await union.client.channelSubgraphs('production');
    expect(served.find(({ subgraph }) => subgraph === 'union')?.channel).toBe('staging');
    expect(served.map(({ subgraph }) => subgraph).toSorted()).toEqual(['recognition', 'union']);
    expect(await union.client.text(channel?.supergraph ?? addressOf(''))).toContain('elsewhere');
  });

  test('of another agency’s version is an operator’s', async () => {
    await published(union, ['name', 'place', 'before', 'later', 'secret', 'elsewhere', 'again'], 'staging');
    const said = await promoting(operator);
    await expect(recognition.say(said)).rejects.toMatchObject({
      code: 'NOT_YOURS',
      details: { agency: 'union' },
    });
    await operator.say(said);
    await expect(operator.say(said)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  });
});

describe('a subgraph', () => {
  test('is withdrawn by its agency or an operator, and never as the last one', async () => {
    const said = {
      kind: 'WITHDREW_SUBGRAPH',
      subgraph: 'recognition',
      channel: 'production',
      reason: 'over',
    } as const;
    await expect(union.say(said)).rejects.toMatchObject({
      code: 'NOT_YOURS',
      details: { agency: 'recognition' },
    });
    const { channel } = await operator.say(said);
    expect(await union.client.text(channel?.supergraph ?? addressOf(''))).not.toContain(
      typeOf('recognition'),
    );
    expect(await union.client.subgraphHistory('recognition')).not.toEqual([]);
    const last = { ...said, subgraph: 'union' };
    await expect(operator.say(last)).rejects.toMatchObject({ details: { reason: 'LAST_SUBGRAPH' } });
  });
});
