import { addressOf } from '../../../schema/contract/release/address.js';
import { LAW } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let operator: Party;
let union: Party;

beforeAll(async () => {
  registry = await aRegistry();
  ({ operator } = registry);
  union = await registry.party({ agency: 'union' });
});
afterAll(() => registry.stop());

describe('the law', () => {
  test('gives nobody’s types away without the owner’s approval', async () => {
    const taken = LAW.replace('UnionThing', 'UnionThingElse').replace(
      'RecognitionThing',
      'RecognitionThing, UnionThing',
    );
    const making = { kind: 'LAW_MADE', law: addressOf(taken), message: 'a change' } as const;
    const denied = operator.say(making, { texts: [taken] });
    await expect(denied).rejects.toMatchObject({ code: 'NOT_YOURS', details: { agency: 'union' } });
    const rights = [{ right: 'CEDE' as const, coordinate: 'UnionThing' }];
    await union.say({ kind: 'APPROVED', to: 'recognition', rights, reason: 'handed over' });
    await operator.say(making, { texts: [taken] });
    expect((await union.client.law()).address).toBe(addressOf(taken));
  });

  test('is an operator’s to make, and must be one', async () => {
    const wrong = 'agencies: [not a law';
    const making = { kind: 'LAW_MADE', law: addressOf(wrong), message: 'a change' } as const;
    await expect(union.say(making, { texts: [wrong] })).rejects.toMatchObject({ code: 'NOT_YOURS' });
    await expect(operator.say(making, { texts: [wrong] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
