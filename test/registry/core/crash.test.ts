import { followChain } from '../../../schema/contract/release/chain.js';
import { newKey } from '../../../schema/contract/release/keys.js';
import { statementIn } from '../../../schema/contract/release/sign.js';
import type { StatementAnswer } from '../../../schema/registry/client/registry-client.js';
import { createDatabase, dropDatabase } from '../../support/databases.js';
import { startProcess, urlOf, type Started } from '../../support/process.js';
import { databaseName, testServer } from '../../support/server.js';
import { LAW, sdlOf } from './a-law.js';
import { partyOf, settingsIn, type Party } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const database = databaseName('registry_crash');
const folder = mkdtempSync(join(tmpdir(), 'lien-thong-registry-'));
const operatorKey = newKey();
const agencies = { union: newKey(), coordination: newKey(), recognition: newKey() };
let settings: Record<string, string>;

beforeAll(async () => {
  await createDatabase(database);
  const DATABASE_URL = testServer().url(database, '');
  settings = { ...settingsIn(folder, operatorKey, LAW), DATABASE_URL };
});
afterAll(async () => {
  await dropDatabase(database);
  rmSync(folder, { recursive: true });
});

function start(): Started {
  return startProcess('schema/registry/main.js', [], settings);
}

/** A statement that was sent, and the answer when there was one. */
interface Sent {
  readonly jws: string;
  readonly sdl: string;
  readonly answer?: StatementAnswer;
}

/** Publishes version after version until the registry is gone; told of every answer. */
async function publishOn(party: Party, round: number, onAnswer: () => void): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (let version = 0; ; version += 1) {
    const sdl = `${sdlOf(party.name)}# ${round}.${version}\n`;
    const jws = await party.sign(publishing(party.name, sdl));
    const answer = await party.client.submit(jws, { texts: [sdl] }).catch(() => undefined);
    sent.push({ jws, sdl, answer });
    if (!answer) return sent;
    onAnswer();
  }
}

async function partiesAt(url: string): Promise<readonly Party[]> {
  return Object.entries(agencies).map(([name, key]) => partyOf(name, key, url));
}

/** Kills the registry as soon as it has answered so often, in the midst of what it does for the others. */
async function killedAfter(answers: number, round: number): Promise<readonly Sent[]> {
  const registry = start();
  const parties = await partiesAt(await urlOf(registry));
  let left = answers;
  const kill = (): void => {
    left -= 1;
    if (left === 0) void registry.end('SIGKILL');
  };
  const sent = await Promise.all(parties.map((party) => publishOn(party, round, kill)));
  await Promise.all(parties.map(({ client }) => client.close()));
  await registry.ended;
  return sent.flat();
}

test('whenever the registry is killed, the log is whole and what was answered is in it', async () => {
  const first = start();
  const operator = partyOf('OPERATOR', operatorKey, await urlOf(first));
  for (const [agency, { publicJwk }] of Object.entries(agencies))
    await operator.say({ kind: 'KEY_ADDED', agency, publicJwk });
  await first.end('SIGKILL');
  const sent: Sent[] = [];
  for (const [round, answers] of [2, 5].entries()) sent.push(...(await killedAfter(answers, round)));

  const registry = start();
  const party = partyOf('OPERATOR', operatorKey, await urlOf(registry));
  const before = await party.client.log({ limit: 500 });
  const again = await Promise.all(sent.map(({ jws, sdl }) => party.client.submit(jws, { texts: [sdl] })));
  const log = await party.client.log({ limit: 500 });

  expect(followChain(before).seq).toBe(before.length);
  expect(followChain(log).seq).toBe(log.length);
  const answered = sent.flatMap(({ answer }) => answer?.entries ?? []);
  expect(before.map(({ seq, id, kind }) => ({ seq, id, kind }))).toEqual(expect.arrayContaining(answered));
  const kinds = log.slice(5).map(({ kind }) => kind);
  expect(kinds).toEqual(again.flatMap(() => ['PUBLISHED', 'COMPOSED', 'POINTED']));
  for (const { jws } of log) {
    const statement = statementIn(jws);
    if (statement.kind === 'PUBLISHED') await party.client.text(statement.sdl);
    if (statement.kind === 'COMPOSED') await party.client.text(statement.supergraph);
  }
  await Promise.all([operator.client.close(), party.client.close()]);
  expect(await registry.end('SIGTERM')).toBe(0);
});
