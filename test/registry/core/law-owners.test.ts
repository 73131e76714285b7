import { addressOf } from '../../../schema/contract/release/address.js';
import { LAW, sdlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let union: Party;

beforeAll(async () => {
  registry = await aRegistry();
  union = await registry.party({ agency: 'union' });
  const sdl = `${sdlOf('union')}
"""Mới

New."""
type Fresh {
  """Tên

  Name."""
  name: String
}
extend type Query {
  """Tìm

  Finds."""
  fresh: Fresh
}
`;
  await union.say(publishing('union', sdl), { texts: [sdl] });
});
afterAll(() => registry.stop());

/** Without a change of the law, since the operator only asks whether it would be taken. */
function proposed(law: string): Promise<unknown> {
  const making = { kind: 'LAW_MADE', law: addressOf(law), message: 'a change' } as const;
  return registry.operator.say(making, { texts: [law], isDryRun: true });
}

const OF_UNION = { code: 'NOT_YOURS', details: { agency: 'union' } };

describe('a new law', () => {
  test('lets nobody do for good what the owner has not approved', async () => {
    const wide = LAW.replace(
      'types: [UnionThing]',
      'types: [UnionThing]\n    allows: [{ to: coordination, rights: [EXTEND], on: [UnionThing] }]',
    );
    await expect(proposed(wide)).rejects.toMatchObject(OF_UNION);

    const rights = [{ right: 'EXTEND' as const, coordinate: 'UnionThing' }];
    await union.say({ kind: 'APPROVED', to: 'coordination', rights, reason: 'agreed for good' });

    await expect(proposed(wide)).resolves.toMatchObject({ entries: [] });
  });

  test('may let a new agency begin with what it allows everybody', async () => {
    const joined = LAW.replace(
      'shared:',
      `  insurance:
    title: { vi: Bảo hiểm, en: Insurance }
    contact: { vi: bảo hiểm, en: insurance }
    subgraphs: [insurance]
    types: [Arrears]
    allows: [{ to: '*', rights: [REFERENCE], on: ['*'] }]
shared:`,
    );

    await expect(proposed(joined)).resolves.toMatchObject({ entries: [] });
  });

  test('takes from nobody what they served before the law named anybody', async () => {
    const taken = LAW.replace('types: [CoordinationThing]', 'types: [CoordinationThing, Fresh]');

    await expect(proposed(taken)).rejects.toMatchObject(OF_UNION);
  });

  test('may name an owner as such', async () => {
    const named = LAW.replace('types: [UnionThing]', 'types: [UnionThing, Fresh]');

    await expect(proposed(named)).resolves.toMatchObject({ entries: [] });
  });

  test('gives no subgraph that is served to another agency', async () => {
    const moved = LAW.replace('subgraphs: [union]', 'subgraphs: []').replace(
      'subgraphs: [coordination]',
      'subgraphs: [coordination, union]',
    );

    await expect(proposed(moved)).rejects.toMatchObject(OF_UNION);
  });
});
