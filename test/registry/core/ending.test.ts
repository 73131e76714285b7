import { addressOf } from '../../../schema/contract/release/address.js';
import { newKey } from '../../../schema/contract/release/keys.js';
import { readSigned } from '../../../schema/contract/release/sign.js';
import { Ledger, StateMovedError } from '../../../schema/registry/ledger/ledger.js';
import { Store } from '../../../schema/registry/store/store.js';
import { lawOf, sdlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const AGENCIES = ['union', 'coordination', 'recognition'];

let registry: TestRegistry;
let union: Party;
let recognition: Party;

beforeAll(async () => {
  registry = await aRegistry({}, lawOf(AGENCIES));
  union = await registry.party({ agency: 'union' });
  recognition = await registry.party({ agency: 'recognition' });
});
afterAll(() => registry.stop());

const MORE = `type UnionThing @key(fields: "id") {
  """Mã\n\n  Id."""
  id: ID!
  """Thêm\n\n  More."""
  more: String
}
`;

test('what ended while a decision waited makes it be decided anew', async () => {
  const store = await Store.open(registry.settings['DATABASE_URL'] ?? '', () => undefined);
  const until = new Date(Date.now() - 1_000).toISOString();
  await registry.operator.say({
    kind: 'KEY_ADDED',
    agency: 'union',
    publicJwk: newKey().publicJwk,
    until,
  });
  const ledger = await Ledger.open(store);
  const jws = await union.sign({
    kind: 'APPROVED',
    to: 'recognition',
    rights: [{ right: 'EXTEND', coordinate: 'UnionThing' }],
    reason: 'late',
  });
  const statements = [readSigned(jws, () => union.newKey.publicJwk)];
  const before = new Date(Date.now() - 5_000);
  const late = ledger.write(ledger.state, { statements, texts: new Map(), decidedAt: before });
  await expect(late).rejects.toBeInstanceOf(StateMovedError);
  const now = { statements, texts: new Map(), decidedAt: new Date() };
  expect(await ledger.write(ledger.state, now)).toHaveLength(1);
  await store.close();
});

test('an agency returns to nothing for which it has no approval any more, an operator may', async () => {
  const own = sdlOf('union');
  await union.say(publishing('union', own), { texts: [own] });
  const { entries } = await union.say({
    kind: 'APPROVED',
    to: 'recognition',
    rights: [{ right: 'EXTEND', coordinate: 'UnionThing' }],
    reason: 'for a while',
  });
  const extending = sdlOf('recognition') + MORE;
  const answer = await recognition.say(publishing('recognition', extending), { texts: [extending] });
  const to = answer.entries.find(({ kind }) => kind === 'COMPOSED')?.id ?? addressOf('');
  const plain = sdlOf('recognition');
  const accepts = [{ coordinate: 'UnionThing.more', reason: 'nobody uses it' }];
  await recognition.say(publishing('recognition', plain, { accepts }), { texts: [plain] });
  const approvals = [entries[0]?.id, ...(await union.client.approvals()).map(({ id }) => id)];
  for (const approval of new Set(approvals))
    if (approval) await union.say({ kind: 'APPROVAL_WITHDRAWN', approval, reason: 'over' });
  const said = { kind: 'ROLLED_BACK', channel: 'production', to, reason: 'slow' } as const;
  const finding = expect.objectContaining({ check: 'OWNERSHIP', severity: 'ERROR' });
  await expect(recognition.say(said)).rejects.toMatchObject({
    code: 'CHECK_FAILED',
    details: { report: { findings: expect.arrayContaining([finding]) } },
  });
  expect((await registry.operator.say(said)).channel?.supergraph).toBe(answer.channel?.supergraph);
});
