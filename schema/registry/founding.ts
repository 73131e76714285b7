import { addressOf } from '../contract/release/address.js';
import type { PublicJwk, SigningKey } from '../contract/release/keys.js';
import { HubError } from '../contract/errors.js';
import { signerOf } from '../contract/release/sign.js';
import { text, type Text } from '../contract/text.js';
import type { Ledger } from './ledger/ledger.js';
import { sayingWith } from './ledger/saying.js';
import { readLaw } from './ownership/law-file.js';
import { keyStateAt, lastMove, nameOf } from './state/questions.js';
import { FIRST_CHANNEL } from './state/state.js';
import type { Store } from './store/store.js';

/** What a registry begins with beside its name and its key. */
export interface Founding {
  /** Keys of the hub's office. */
  readonly operatorKeys: readonly PublicJwk[];
  /** Text of `ownership.yaml`. */
  readonly law: string;
}

/** What a registry is started as. */
export interface StartedAs {
  readonly key: SigningKey;
  /** Needed for founding; else it must be the one that was given then, if any is. */
  readonly name?: string;
}

/**
 * Founds a registry whose log is empty; one that was founded stays as it is, and must know its name and its key.
 *
 * @throws HubError INVALID_SETTING for a name or a key that is not this registry's, or nothing to found it with.
 * @throws HubError INVALID_INPUT for a law that is wrong.
 */
export async function foundOnce(
  ledger: Ledger,
  { key, name }: StartedAs,
  readFounding: () => Founding,
): Promise<void> {
  if (ledger.state.end.seq > 0) return assertKnown(ledger, { key, name });
  if (name === undefined) throw wrongName(NO_NAME);
  const { operatorKeys, law } = readFounding();
  readLaw(law);
  const say = sayingWith({ key, registry: name });
  const statements = [
    await say({
      kind: 'FOUNDED',
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
  const say = sayingWith({ key, registry: nameOf(ledger.state) });
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

function assertKnown({ state }: Ledger, { key: { kid }, name = state.name }: StartedAs): void {
  if (name !== state.name) throw wrongName(otherName(nameOf(state)));
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

const NO_NAME = text(
  'cần ở lần khởi động đầu tiên; mỗi sổ đăng ký một tên riêng, kể cả sổ diễn tập',
  'is needed at the first start; each registry has a name of its own, also one for rehearsals',
);

function otherName(name: string): Text {
  return text(`nhật ký là của sổ đăng ký ${name}`, `the log is that of the registry ${name}`);
}

function wrongName({ vi, en }: Text): HubError {
  const words = text(`Thiết lập REGISTRY_NAME: ${vi}.`, `Setting REGISTRY_NAME: ${en}.`);
  return new HubError('INVALID_SETTING', words, { setting: 'REGISTRY_NAME' });
}
