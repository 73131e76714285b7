import { addressOf } from '../../../schema/contract/release/address.js';
import { LAW, sdlOf, typeOf, urlOf } from './a-law.js';
import { aRegistry, type Party, type Said, type TestRegistry } from './a-registry.js';
import { promoting, publishing } from './publishing.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const LENT = LAW.replace('subgraphs: [recognition]', 'subgraphs: [recognition, lent]');
const MOVED = LAW.replace('subgraphs: [union]', 'subgraphs: [union, lent]').replace(
  'addresses: [http://union.test:4001]',
  'addresses: [http://union.test:4001, http://recognition.test:4001]',
);
const KEPT = `${typeOf('recognition')}.kept`;

let registry: TestRegistry;
let union: Party;
let recognition: Party;

beforeAll(async () => {
  registry = await aRegistry({}, LENT);
  union = await registry.party({ agency: 'union' });
  recognition = await registry.party({ agency: 'recognition' });
  await registry.operator.say({ kind: 'CHANNEL_MADE', channel: 'staging', description: 'for trying out' });
  await publish(union, sdlOf('union'));
  await publish(union, sdlOf('union', ['name']), { channel: 'staging' });
  await publish(recognition, keeping('@authenticated'));
  await publish(recognition, keeping(''), { channel: 'staging' });
});
afterAll(() => registry.stop());

function publish(party: Party, sdl: string, more: Parameters<typeof publishing>[2] = {}) {
  return party.say(publishing(party.name, sdl, more), { texts: [sdl] });
}

function keeping(protection: string): string {
  return sdlOf('recognition')
    .replace('v2.3", import: [', 'v2.5", import: ["@authenticated", ')
    .replace('id: ID!', `id: ID!\n  """Kín\n\n  Kept."""\n  kept: String ${protection}`);
}

/** Whether all of the channel's subgraphs, or those named, might go on to the first one. */
async function promoted(party: Party, subgraphs?: readonly string[]) {
  const said = await promoting(party, subgraphs && { subgraphs });
  return party.say(said, { isDryRun: true });
}

function opening(to: string) {
  const rights = [{ right: 'UNPROTECT' as const, coordinate: KEPT }];
  return recognition.say({ kind: 'APPROVED', to, rights, reason: 'agreed' });
}

test('what one agency was allowed lets no other agency’s change pass', async () => {
  await opening('union');

  await expect(promoted(registry.operator)).rejects.toMatchObject({
    code: 'CHECK_FAILED',
    details: {
      report: {
        findings: expect.arrayContaining([
          expect.objectContaining({
            code: 'ACCESS_LOWERED',
            approval: expect.objectContaining({ owner: 'recognition', to: 'recognition' }),
          }),
        ]),
      },
    },
  });
});

test('what an agency was allowed holds, whatever else comes with it', async () => {
  await opening('recognition');

  const { report } = await promoted(registry.operator);

  expect(report).toMatchObject({ passed: true, opened: [KEPT] });
});

test('an agency promotes no SDL that another one published, though the subgraph is its own by now', async () => {
  const sdl = sdlOf('recognition')
    .replace(/"""Đối tượng[\s\S]*?\n}\n/, '')
    .replace(/recognition: \w+/, 'lent: String');
  await publish(recognition, sdl, { channel: 'staging', subgraph: 'lent', url: urlOf('recognition') });
  const [move] = await registry.operator.client.channelHistory('staging');
  const leaving = { kind: 'WITHDREW_SUBGRAPH', subgraph: 'lent', channel: 'staging', reason: 'over' };
  await recognition.say(leaving as Said);
  const law = { kind: 'LAW_MADE', law: addressOf(MOVED), message: 'lent is the union’s' } as const;
  await registry.operator.say(law, { texts: [MOVED] });
  const back = { kind: 'ROLLED_BACK', channel: 'staging', to: move?.composed, reason: 'again' };
  await registry.operator.say(back as Said);

  await expect(promoted(union, ['union', 'lent'])).rejects.toMatchObject({
    code: 'CHECK_FAILED',
    message: expect.stringContaining('Subgraph lent belongs to union'),
  });
});
