import { addressOf } from '../contract/release/address.js';
import type { PublicJwk, SigningKey } from '../contract/release/keys.js';
import { HubError } from '../contract/errors.js';
import { signerOf } from '../contract/release/sign.js';
import { text } from '../contract/text.js';
import type { Ledger } from './ledger/ledger.js';
import { sayingWith } from './ledger/saying.js';
import { readLaw } from './ownership/law-file.js';
import { keyStateAt, lastMove } from './state/questions.js';
import type { Store } from './store/store.js';

/** What a registry begins with. */
export interface Founding {
  readonly name: string;
  /** Keys of the hub's office. */
  readonly operatorKeys: readonly PublicJwk[];
  /** Text of `ownership.yaml`. */
  readonly law: string;
}

/** The channel that every registry has from the first. */
export const FIRST_CHANNEL = 'production';

/**
 * Founds a registry whose log is empty; one that was founded stays as it is, and must know the key.
 *
 * @throws HubError INVALID_SETTING for a key that is not this registry's, or nothing to found it with.
 * @throws HubError INVALID_INPUT for a law that is wrong.
 */
export async function foundOnce(
  ledger: Ledger,
  key: SigningKey,
  readFounding: () => Founding,
): Promise<void> {
  if (ledger.state.end.seq > 0) return assertKnown(ledger, key);
  const { name, operatorKeys, law } = readFounding();
  readLaw(law);
  const say = sayingWith(key, () => new Date());
  const statements = [
    await say({
      kind: 'FOUNDED',
      name,
      registryKey: key.publicJwk,
      operatorKeys: [...operatorKeys],
      law: addressOf(law),
    }),
    await say({
      kind: 'CHANNEL_MADE',
      channel: FIRST_CHANNEL,
      description: 'Kênh chính thức · What clients are served',
    }),
  ];
  await ledger.write(ledger.state, { statements, texts: new Map([[addressOf(law), law]]) });
}

/**
 * Signs anew what channels serve where that was signed with another key: gateways that trust the new key alone can follow
 * again, also once the old one is revoked.
 */
export async function signAnew(ledger: Ledger, store: Store, key: SigningKey): Promise<void> {
  const say = sayingWith(key, () => new Date());
  for (const channel of ledger.state.channels.values()) {
    const move = lastMove(channel);
    const pointed = move && (await store.entry(move.pointed));
    const composed = move && ledger.state.compositions.get(move.composed);
    if (!pointed || !composed) continue;
    if ([composed.kid, signerOf(pointed.jws)].every((kid) => kid === key.kid)) continue;
    const { id: _id, at: _at, kid: _kid, ...content } = composed;
    const made = await say({ kind: 'COMPOSED', ...content });
    const moved = { channel: channel.name, number: move.number + 1, composed: made.id, cause: move.cause };
    const statements = [made, await say({ kind: 'POINTED', ...moved })];
    await ledger.write(ledger.state, { statements, texts: new Map() });
  }
}

function assertKnown({ state }: Ledger, { kid }: SigningKey): void {
  const known = state.keys.get(kid);
  if (known?.role === 'REGISTRY' && keyStateAt(known, new Date()) === 'VALID') return;
  throw new HubError(
    'INVALID_SETTING',
    text(
      `Khoá ${kid} không phải khoá còn hiệu lực của sổ đăng ký này; đơn vị vận hành phải thêm nó trước (KEY_ADDED, role REGISTRY).`,
      `Key ${kid} is no valid key of this registry; an operator has to add it first (KEY_ADDED, role REGISTRY).`,
    ),
    { setting: 'REGISTRY_KEY_FILE' },
  );
}
