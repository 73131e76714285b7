import { addressOf } from '../../../schema/contract/release/address.js';
import { verifyRelease } from '../../../schema/contract/release/release.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { sdlOf, urlOf } from './a-law.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let union: Party;
let recognition: Party;

beforeAll(async () => {
  registry = await aRegistry();
  union = await registry.party({ agency: 'union' });
  recognition = await registry.party({ agency: 'recognition' });
});
afterAll(() => registry.stop());

const FIRST = sdlOf('union', ['name']);

describe('publishing', () => {
  test('is composed, signed by the registry and served on the channel at once', async () => {
    const answer = await union.say(publishing('union', FIRST), { texts: [FIRST] });
    const release = await union.client.channel('production');
    if (!release) throw new Error('Nothing is served.');
    const trust = { channel: 'production', registry: registry.known };
    const supergraphSdl = await union.client.text(release.supergraph);
    const verified = await verifyRelease({ ...release, supergraphSdl }, trust);
    expect(answer.entries.map(({ kind }) => kind)).toEqual(['PUBLISHED', 'COMPOSED', 'POINTED']);
    expect(answer.channel).toEqual(release);
    expect(verified).toMatchObject({ number: 1, subgraphs: [{ name: 'union' }] });
    expect(verified.supergraphSdl).toContain('UnionThing');
  });

  test('keeps every version: its text, address, who, when, commit and message', async () => {
    const sdl = sdlOf('union', ['name', 'place']);
    await union.say(publishing('union', sdl, { commit: 'abc123', message: 'places' }), { texts: [sdl] });
    const [second, first] = await union.client.subgraphHistory('union');
    expect(second).toMatchObject({
      agency: 'union',
      url: urlOf('union'),
      commit: 'abc123',
      message: 'places',
    });
    expect(second).toMatchObject({ kid: union.key.kid, channel: 'production', sdl: addressOf(sdl) });
    expect(await union.client.text(second?.sdl ?? addressOf(''))).toBe(sdl);
    expect(await union.client.text(first?.sdl ?? addressOf(''))).toBe(FIRST);
  });

  test('of the same statement twice is one entry, with the same answer', async () => {
    const sdl = sdlOf('union', ['name', 'place', 'twice']);
    const jws = await union.sign(publishing('union', sdl));
    const once = await union.client.submit(jws, { texts: [sdl] });
    const before = await union.client.health();
    const twice = await union.client.submit(jws, { texts: [sdl] });
    expect(twice).toEqual({ ...once, isRepeated: true });
    expect((await union.client.health()).seq).toBe(before.seq);
  });

  test('as a dry run is checked, and writes nothing', async () => {
    const sdl = sdlOf('union', ['name', 'place', 'twice', 'dry']);
    const before = await union.client.health();
    const answer = await union.say(publishing('union', sdl), { texts: [sdl], isDryRun: true });
    expect(answer.report?.passed).toBe(true);
    expect(answer.entries).toEqual([]);
    expect(await union.client.health()).toEqual(before);
  });

  test('what does not compose is refused with a report, and leaves nothing behind', async () => {
    const sdl = `${FIRST}type Broken { other: NoSuchType }`;
    const before = await union.client.health();
    const saying = union.say(publishing('union', sdl), { texts: [sdl] });
    const finding = expect.objectContaining({ check: 'COMPOSITION', severity: 'ERROR' });
    await expect(saying).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      details: { report: { passed: false, findings: expect.arrayContaining([finding]) } },
    });
    expect(await union.client.health()).toEqual(before);
    await expect(union.client.text(addressOf(sdl))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what another agency owns is refused, and the answer names the owner', async () => {
    const sdl = sdlOf('recognition').replace('type Query', 'type UnionThing { stolen: Int }\ntype Query');
    const saying = recognition.say(publishing('recognition', sdl), { texts: [sdl] });
    const finding = expect.objectContaining({ check: 'OWNERSHIP', agency: 'union', severity: 'ERROR' });
    await expect(saying).rejects.toMatchObject({
      details: { report: { findings: expect.arrayContaining([finding]) } },
    });
  });

  test('another agency’s subgraph is refused', async () => {
    const sdl = sdlOf('union');
    const saying = recognition.say(publishing('union', sdl), { texts: [sdl] });
    await expect(saying).rejects.toMatchObject({ code: 'NOT_YOURS', details: { agency: 'union' } });
  });

  test('in the name of another agency is refused', async () => {
    const sdl = sdlOf('union');
    const saying = recognition.say(publishing('union', sdl, { by: 'union' }), { texts: [sdl] });
    await expect(saying).rejects.toMatchObject({ code: 'NOT_YOURS', details: { agency: 'union' } });
  });

  test('a change of a version that is no longer served is refused as stale', async () => {
    const [current, former] = await union.client.subgraphHistory('union');
    const sdl = sdlOf('union', ['name', 'place', 'twice', 'based']);
    const stale = union.say(publishing('union', sdl, { base: former?.id }), { texts: [sdl] });
    await expect(stale).rejects.toMatchObject({ code: 'STALE_BASE', details: { current: current?.id } });
    await union.say(publishing('union', sdl, { base: current?.id }), { texts: [sdl] });
  });

  test('without the text that it names is refused', async () => {
    const saying = union.say(publishing('union', 'type Query { a: Int }'));
    await expect(saying).rejects.toMatchObject({ code: 'INVALID_STATEMENT', details: { reason: 'NO_TEXT' } });
  });

  test('a statement that is only the registry’s to say is refused from everybody', async () => {
    const [last] = await union.client.channelHistory('production');
    const composed = last?.composed ?? addressOf('');
    const move = { kind: 'POINTED', channel: 'production', number: 99, composed, cause: composed } as const;
    for (const party of [union, registry.operator])
      await expect(party.say(move)).rejects.toMatchObject({ code: 'NOT_YOURS' });
    await expect(union.say({ ...move, by: 'REGISTRY' })).rejects.toMatchObject({ code: 'NOT_YOURS' });
  });

  test('on a channel that does not exist is refused', async () => {
    const sdl = sdlOf('union');
    const saying = union.say(publishing('union', sdl, { channel: 'none' }), { texts: [sdl] });
    await expect(saying).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a check', () => {
  test('tells each step while it runs, and then the report', async () => {
    const steps: string[] = [];
    const sdl = sdlOf('recognition');
    const question = { subgraph: 'recognition', url: urlOf('recognition'), sdl, channel: 'production' };
    const report = await recognition.client.check(question, ({ check }) => steps.push(check));
    expect(report.passed).toBe(true);
    expect(steps).toEqual(expect.arrayContaining(['LIMITS', 'OWNERSHIP', 'COMPOSITION', 'BREAKING']));
  });

  test('is refused for another agency’s subgraph', async () => {
    const question = { subgraph: 'union', url: urlOf('union'), sdl: FIRST, channel: 'production' };
    await expect(recognition.client.check(question)).rejects.toMatchObject({ code: 'NOT_YOURS' });
  });
});
