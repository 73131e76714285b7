import { sdlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let union: Party;
let recognition: Party;

const ID = '"""Mã\n\nId."""\nid: ID!';
const REFERRING = claim('@key(fields: "id", resolvable: false)', ID);
const WHOLE = claim('@key(fields: "id")', `${ID}\n"""Tên\n\nName."""\nname: String`);

function claim(key: string, fields: string): string {
  return `"""Mới\n\nNew."""\ntype Claim ${key} {\n${fields}\n}\n`;
}

beforeAll(async () => {
  registry = await aRegistry();
  union = await registry.party({ agency: 'union' });
  recognition = await registry.party({ agency: 'recognition' });
  await registry.operator.say({ kind: 'CHANNEL_MADE', channel: 'staging', description: 'for trying out' });
  await publish(union, WHOLE, 'staging');
  await publish(recognition, REFERRING, 'production');
});
afterAll(() => registry.stop());

function publish(party: Party, type: string, channel: string, fields: readonly string[] = []) {
  const sdl = `${sdlOf(party.name, fields)}${type}
extend type Query {
  """Tìm

  Finds."""
  ${party.name}Claim: Claim
}
`;
  return party.say(publishing(party.name, sdl, { channel }), { texts: [sdl] });
}

describe('an agency that only refers to a type on the first channel', () => {
  test('approves nothing in its owner’s place', async () => {
    const rights = [{ right: 'EXTEND' as const, coordinate: 'Claim' }];

    const approving = recognition.say({ kind: 'APPROVED', to: 'coordination', rights, reason: 'mine' });

    await expect(approving).rejects.toMatchObject({ details: { reason: 'NOBODYS' } });
  });

  test('keeps nobody from publishing the type on another channel', async () => {
    await expect(publish(union, WHOLE, 'staging', ['name'])).resolves.toMatchObject({
      report: { passed: true },
    });
  });

  test('leaves the type to who serves it there first', async () => {
    await publish(union, WHOLE, 'production');
    const rights = [{ right: 'EXTEND' as const, coordinate: 'Claim' }];

    const approving = union.say({ kind: 'APPROVED', to: 'coordination', rights, reason: 'agreed' });

    await expect(approving).resolves.toMatchObject({ entries: [{ kind: 'APPROVED' }] });
  });
});
