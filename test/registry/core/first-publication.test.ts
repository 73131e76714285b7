import { addressOf } from '../../../schema/contract/release/address.js';
import { LAW, sdlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let union: Party;
let recognition: Party;

beforeAll(async () => {
  registry = await aRegistry();
  [union, recognition] = await Promise.all([
    registry.party({ agency: 'union' }),
    registry.party({ agency: 'recognition' }),
  ]);
  await registry.operator.say({ kind: 'CHANNEL_MADE', channel: 'apart', description: 'for trying out' });
  await published(recognition, ['Fresh', 'Later'], 'apart');
  await published(union, ['Fresh'], 'production');
});
afterAll(() => registry.stop());

/** An agency publishes types that the law does not name. */
function published(party: Party, types: readonly string[], channel: string): Promise<unknown> {
  const sdl = sdlOf(party.name) + types.map((name) => typeNamed(name, party.name)).join('');
  return party.say(publishing(party.name, sdl, { channel }), { texts: [sdl] });
}

function typeNamed(name: string, agency: string): string {
  return `
"""Mới

New."""
type ${name} {
  """Tên

  Name."""
  name: String
}
extend type Query {
  """Tìm

  Finds."""
  ${agency}${name}: ${name}
}
`;
}

function approving(party: Party, coordinate: string): Promise<unknown> {
  const rights = [{ right: 'EXTEND' as const, coordinate }];
  return party.say({ kind: 'APPROVED', to: 'coordination', rights, reason: 'agreed' });
}

describe('what was first published on a side channel', () => {
  test('belongs to who serves it on the first channel, and nobody else approves it', async () => {
    await expect(approving(recognition, 'Fresh')).rejects.toMatchObject({
      code: 'NOT_YOURS',
      details: { agency: 'union' },
    });
  });

  test('keeps no owner from approving', async () => {
    await expect(approving(union, 'Fresh')).resolves.toMatchObject({ entries: [{ kind: 'APPROVED' }] });
  });

  test('is not published there again without the owner', async () => {
    const again = published(recognition, ['Fresh', 'Later', 'More'], 'apart');

    await expect(again).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('Fresh belongs to union'),
    });
  });

  test('is nobody’s as long as the first channel has none: no agency signs for it', async () => {
    for (const party of [recognition, union])
      await expect(approving(party, 'Later')).rejects.toMatchObject({
        code: 'INVALID_STATEMENT',
        details: { reason: 'NOBODYS' },
      });
  });

  test('is given to an agency by the law without asking who tried it out', async () => {
    const law = LAW.replace('types: [UnionThing]', 'types: [UnionThing, Later]');
    const making = { kind: 'LAW_MADE', law: addressOf(law), message: 'Later is the union’s' } as const;

    const judged = registry.operator.say(making, { texts: [law], isDryRun: true });

    await expect(judged).resolves.toMatchObject({ entries: [] });
  });
});
