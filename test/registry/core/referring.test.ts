import { sdlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let union: Party;
let recognition: Party;

const ID = '"""Mã\n\nId."""\nid: ID!';
/** How each type is referred to before its owner serves it. */
const KEYS = { Claim: '@key(fields: "id", resolvable: false)', Plea: '@key(fields: "id")' } as const;
const TYPES = ['Claim', 'Plea'] as const;
const REFERRING = typesOf((name) => `type ${name} ${KEYS[name]} {\n${ID}\n}`);
const WHOLE = typesOf(
  (name) => `type ${name} @key(fields: "id") {\n${ID}\n"""Tên\n\nName."""\nname: String\n}`,
);

function typesOf(written: (name: keyof typeof KEYS) => string): string {
  return TYPES.map((name) => `"""Mới\n\nNew."""\n${written(name)}\n`).join('');
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

function publish(party: Party, types: string, channel: string, fields: readonly string[] = []) {
  const sdl = `${sdlOf(party.name, fields)}${types}
extend type Query {
  """Tìm

  Finds."""
  ${party.name}Claim: Claim
  """Tìm

  Finds."""
  ${party.name}Plea: Plea
}
`;
  return party.say(publishing(party.name, sdl, { channel }), { texts: [sdl] });
}

describe('an agency that only refers to a type on the first channel', () => {
  test.each(TYPES)('approves nothing in its owner’s place: %s', async (coordinate) => {
    const rights = [{ right: 'EXTEND' as const, coordinate }];

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
    const rights = TYPES.map((coordinate) => ({ right: 'EXTEND' as const, coordinate }));

    const approving = union.say({ kind: 'APPROVED', to: 'coordination', rights, reason: 'agreed' });

    await expect(approving).resolves.toMatchObject({ entries: [{ kind: 'APPROVED' }] });
  });
});
