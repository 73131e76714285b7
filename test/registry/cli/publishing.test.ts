import { sdlOf, urlOf } from '../core/a-law.js';
import { aRegistry, type Party, type TestRegistry } from '../core/a-registry.js';
import { folders, hub, operating, type HubRun } from './a-desk.js';
import { extending } from './extending.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An agency and the operator at their command lines, before a real registry. */
describe('hub check, publish, approve, status, history, rollback, withdraw', () => {
  const places = folders();
  let registry: TestRegistry;
  let union: Party;
  let folder: string;
  let other: string;

  beforeAll(async () => {
    registry = await aRegistry();
    const description = 'tries';
    await registry.operator.say({ kind: 'CHANNEL_MADE', channel: 'staging', description });
    union = await registry.party({ agency: 'union' });
    const recognition = await registry.party({ agency: 'recognition' });
    folder = places.project(union, registry, { url: urlOf('union'), sdl: sdlOf('union') });
    other = places.project(recognition, registry, { url: urlOf('recognition'), sdl: extending('') });
  });

  afterAll(async () => {
    places.remove();
    await registry.stop();
  });

  const at = (cwd: string, args: readonly string[]): Promise<HubRun> =>
    hub([...args, '--format', 'json'], { cwd });
  const byOperator = (args: readonly string[]): Promise<HubRun> =>
    hub([...args, ...operating(registry, places.make()), '--format', 'json']);

  test('a schema that fits passes the check, and nothing is written', async () => {
    const { exit, json } = await at(folder, ['check']);
    expect([exit, json.ok, json.result.passed]).toEqual([0, true, true]);
    expect((await at(folder, ['history', 'union'])).json.result.publications).toEqual([]);
  });

  test('a dry run of publishing writes nothing', async () => {
    const { exit, json } = await at(folder, ['publish', '--message', 'first', '--dry-run']);
    expect([exit, json.result.entries]).toEqual([0, []]);
    expect((await at(folder, ['history', 'union'])).json.result.publications).toEqual([]);
  });

  test('publishing moves the channel, and the history tells it', async () => {
    const { exit, json } = await at(folder, ['publish', '--message', 'first', '--commit', 'c0ffee']);
    expect(exit).toBe(0);
    expect(json.result.entries.map(({ kind }: { kind: string }) => kind)).toEqual([
      'PUBLISHED',
      'COMPOSED',
      'POINTED',
    ]);
    expect(json.result.channel.number).toBe(1);
    const { publications } = (await at(folder, ['history', 'union'])).json.result;
    expect(publications).toMatchObject([{ message: 'first', commit: 'c0ffee', agency: 'union' }]);
  });

  test('the same schema again changes nothing and is no failure', async () => {
    const { exit, json } = await at(folder, ['publish', '--message', 'again']);
    expect([exit, json.ok, json.error.code]).toEqual([0, true, 'ALREADY_DONE']);
  });

  test('what belongs to another agency is refused with its owner, the line and how to ask', async () => {
    writeFileSync(join(other, 'schema.graphql'), extending('union'));
    const { exit, json } = await at(other, ['check']);
    expect([exit, json.ok]).toEqual([1, false]);
    const finding = json.result.findings.find(({ code }: { code: string }) => code === 'OWNER_EXTENDED');
    expect(finding).toMatchObject({ severity: 'ERROR', agency: 'union', coordinate: 'UnionThing.medals' });
    expect(finding.remedy.en).toContain('hub approve --agency union --to recognition --right EXTEND');
    const { out } = await hub(['check'], { cwd: other });
    expect(out).toContain(`schema.graphql:${finding.line}`);
  });

  test('publishing it is refused with the same report', async () => {
    const { exit, json } = await at(other, ['publish', '--message', 'mine']);
    expect([exit, json.error.code]).toEqual([1, 'CHECK_FAILED']);
    expect(json.error.report.findings.length).toBeGreaterThan(0);
  });

  test('only the owner approves', async () => {
    const args = ['approve', '--to', 'recognition', '--extend', 'UnionThing', '--reason', 'medals'];
    const { exit, json } = await at(other, [...args, '--agency', 'union']);
    expect([exit, json.error.code]).toEqual([2, 'INVALID_INPUT']);
    expect((await at(folder, args)).exit).toBe(0);
  });

  test('with the approval it is published, and status shows the approval', async () => {
    expect((await at(other, ['publish', '--message', 'medals'])).exit).toBe(0);
    const { exit, json } = await at(other, ['status']);
    expect(exit).toBe(0);
    expect(
      json.result.channels[0].subgraphs.map(({ subgraph }: { subgraph: string }) => subgraph).toSorted(),
    ).toEqual(['recognition', 'union']);
    expect(json.result.approvals).toMatchObject([{ owner: 'union', to: 'recognition', state: 'VALID' }]);
  });

  test('a withdrawn approval makes status say what is missing, by exit code as well', async () => {
    const { approvals } = (await at(folder, ['status'])).json.result;
    const id = approvals[0].id.slice('sha256:'.length, 'sha256:'.length + 12);
    expect((await at(folder, ['withdraw', id, '--reason', 'over'])).exit).toBe(0);
    const { exit, json } = await at(folder, ['status']);
    expect(exit).toBe(1);
    expect(json.result.channels[0].lacking).toContainEqual(
      expect.objectContaining({ code: 'APPROVAL_MISSING', agency: 'recognition' }),
    );
  });

  test('two moves of a channel differ by what was published', async () => {
    const { json } = await at(folder, ['diff', '1', '2']);
    expect(json.result.changes).toContainEqual(
      expect.objectContaining({ code: 'FIELD_ADDED', coordinate: 'UnionThing.medals' }),
    );
  });

  test('two versions of a subgraph differ by their schemas', async () => {
    const cwd = places.project(union, registry, { url: urlOf('union'), sdl: sdlOf('union', ['founded']) });
    await at(cwd, ['publish', '--message', 'founded', '--channel', 'staging']);
    const { publications } = (await at(cwd, ['history', 'union'])).json.result;
    const [newer, older] = publications.map(({ id }: { id: string }) =>
      id.slice('sha256:'.length, 'sha256:'.length + 12),
    );
    const { json } = await at(cwd, ['diff', older, newer]);
    expect(json.result.changes).toMatchObject([{ code: 'FIELD_ADDED', coordinate: 'UnionThing.founded' }]);
    expect((await at(cwd, ['diff', 'beef'])).exit).toBe(2);
  });

  test('a local change is told apart from what is served', async () => {
    writeFileSync(join(folder, 'schema.graphql'), sdlOf('union', ['members']));
    const { exit, json } = await at(folder, ['diff']);
    expect(exit).toBe(0);
    expect(json.result.changes).toContainEqual(expect.objectContaining({ coordinate: 'UnionThing.members' }));
  });

  test('the operator rolls back to the version before in one command', async () => {
    const { exit, json } = await byOperator(['rollback', '--reason', 'slow']);
    expect([exit, json.result.channel.number]).toEqual([0, 3]);
    const { moves } = (await byOperator(['history'])).json.result;
    expect(moves[0]).toMatchObject({ number: 3, cause: { kind: 'ROLLED_BACK', message: 'slow' } });
    expect(moves[0].composed).toBe(moves[2].composed);
  });

  test('an agency may not roll back what changes others', async () => {
    const { exit, json } = await at(folder, ['rollback', '--to', '2', '--reason', 'mine']);
    expect([exit, json.error.code]).toEqual([3, 'NOT_YOURS']);
  });

  test('a breaking change of which nobody knows the use is refused, unless it is accepted with a reason', async () => {
    const cwd = places.project(union, registry, { url: urlOf('union'), sdl: sdlOf('union', ['members']) });
    await at(cwd, ['publish', '--message', 'members']);
    writeFileSync(join(cwd, 'schema.graphql'), sdlOf('union'));
    const refused = await at(cwd, ['publish', '--message', 'no members']);
    expect([refused.exit, refused.json.error.code]).toEqual([1, 'CHECK_FAILED']);
    const unreasoned = await at(cwd, ['check', '--accept', 'UnionThing.members=']);
    expect(unreasoned.exit).toBe(2);
    const accepted = await at(cwd, ['check', '--accept', 'UnionThing.members=never served a figure']);
    expect(accepted.exit).toBe(0);
  });

  test('whoever watches a check is told of its steps, beside the answer', async () => {
    const { out, err } = await hub(['check'], { cwd: folder, isWatched: true });
    expect(err).toContain('OWNERSHIP');
    expect(out).not.toContain('OWNERSHIP:');
  });

  test('what others wrote says nothing to the reader’s terminal', async () => {
    const cwd = places.project(union, registry, {
      url: urlOf('union'),
      sdl: sdlOf('union', ['founded', 'seats']),
    });
    await at(cwd, ['publish', '--message', 'fine\u001b[2J\u202Ereversed', '--channel', 'staging']);
    const { out } = await hub(['history', 'union'], { cwd, isTerminal: true });
    expect(out).toContain('fine[2Jreversed');
  });

  test('a time to wait that is none is refused before anything is done', async () => {
    const cwd = places.project(union, registry, { url: urlOf('union'), sdl: sdlOf('union', ['late']) });
    const before = (await at(cwd, ['history', 'union'])).json.result.publications.length;
    expect((await at(cwd, ['publish', '--message', 'x', '--wait', 'long'])).exit).toBe(2);
    expect((await at(cwd, ['history', 'union'])).json.result.publications.length).toBe(before);
  });

  test('a base that is no longer the newest is refused', async () => {
    writeFileSync(join(folder, 'schema.graphql'), sdlOf('union', ['late']));
    const base = `sha256:${'0'.repeat(64)}`;
    const { exit, json } = await at(folder, ['publish', '--message', 'late', '--base', base]);
    expect([exit, json.error.code]).toEqual([1, 'STALE_BASE']);
  });

  test('the last subgraph of a channel stays', async () => {
    const { exit } = await byOperator(['withdraw', '--subgraph', 'union', '--reason', 'moved']);
    expect(exit).not.toBe(0);
  });
});
