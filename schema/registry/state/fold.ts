import type { Address } from '../../contract/release/address.js';
import { thumbprint, type PublicJwk } from '../../contract/release/keys.js';
import { signerOf, statementIn } from '../../contract/release/sign.js';
import type { StatementKind, StatementOf } from '../../contract/release/statements.js';
import type { LogEntry } from '../../contract/release/wire.js';
import {
  outcomeOf,
  registrationOf,
  TOLD_OF,
  type Cause,
  type KnownKey,
  type RegistryState,
} from './state.js';

/** The state after one more entry. */
export function applied(state: RegistryState, entry: LogEntry): RegistryState {
  return folded(state, [entry]);
}

/**
 * The state after these entries; the one that is given stays as it was.
 *
 * @param before told of each entry, with the state before it; what it throws ends the fold
 */
export function folded(
  state: RegistryState,
  entries: Iterable<LogEntry>,
  before: (state: RegistryState, entry: LogEntry) => void = () => undefined,
): RegistryState {
  const draft = draftOf(state);
  for (const entry of entries) {
    if (entry.seq !== draft.end.seq + 1)
      throw new Error(`Entry ${entry.seq} does not follow ${draft.end.seq}.`);
    before(draft, entry);
    take(draft, entry);
    draft.end = { seq: entry.seq, hash: entry.hash };
  }
  return draft;
}

/** A state that is being made. */
type Draft = { -readonly [Key in keyof RegistryState]: Writable<RegistryState[Key]> };
type Writable<Value> = Value extends ReadonlyMap<infer Key, infer Kept> ? Map<Key, Kept> : Value;

function draftOf(state: RegistryState): Draft {
  return {
    ...state,
    keys: new Map(state.keys),
    channels: new Map(state.channels),
    publications: new Map(state.publications),
    compositions: new Map(state.compositions),
    approvals: new Map(state.approvals),
    causes: new Map(state.causes),
    outcomes: new Map(state.outcomes),
    documents: new Map(state.documents),
  };
}

/** A statement of one kind as it is folded in. */
interface Said<Kind extends StatementKind> {
  readonly entry: LogEntry;
  readonly statement: StatementOf<Kind>;
}

type Fold<Kind extends StatementKind> = (draft: Draft, said: Said<Kind>) => void;

function take(draft: Draft, entry: LogEntry): void {
  const statement = statementIn(entry.jws);
  // Each kind is folded by its own function, which the table's type says and a look-up cannot.
  const fold = FOLDS[statement.kind] as Fold<StatementKind>;
  fold(draft, { entry, statement });
}

const FOLDS: { readonly [Kind in StatementKind]: Fold<Kind> } = {
  FOUNDED(draft, { entry, statement: { registry, registryKey, operatorKeys, law, at } }) {
    draft.name = registry;
    draft.law = law;
    addKey(draft, registryKey, { owner: 'REGISTRY', role: 'REGISTRY', addedAt: at });
    addCause(draft, entry);
    for (const key of operatorKeys) addKey(draft, key, { owner: 'OPERATOR', role: 'OPERATOR', addedAt: at });
  },
  KEY_ADDED(draft, { statement: { agency, role, publicJwk, at, until } }) {
    addKey(draft, publicJwk, { owner: agency ?? role ?? '', role, addedAt: at, until });
  },
  KEY_REVOKED(draft, { statement: { kid, at } }) {
    change(draft.keys, kid, (key) => ({ ...key, revokedAt: at }));
  },
  LAW_MADE(draft, { statement: { law } }) {
    draft.law = law;
  },
  PUBLISHED(draft, { entry, statement: { subgraph, by, sdl, url, channel, commit, message, at } }) {
    const { id, recordedAt, jws } = entry;
    const kid = signerOf(jws);
    const publication = { id, subgraph, agency: by, sdl, url, channel, commit, message, at, recordedAt, kid };
    draft.publications.set(id, publication);
    addCause(draft, entry, message);
  },
  WITHDREW_SUBGRAPH: (draft, { entry, statement }) => addCause(draft, entry, statement.reason),
  APPROVED(draft, { entry: { id }, statement: { kind: _kind, nonce: _nonce, ...approval } }) {
    draft.approvals.set(id, { ...approval, id });
  },
  APPROVAL_WITHDRAWN(draft, { statement: { approval, at } }) {
    change(draft.approvals, approval, (known) => ({ ...known, withdrawnAt: at }));
  },
  CHANNEL_MADE(draft, { statement: { channel: name, description } }) {
    draft.channels.set(name, { name, description, moves: [] });
  },
  COMPOSED(draft, { entry: { id, jws }, statement: { kind: _kind, by: _by, nonce: _nonce, ...composed } }) {
    const subgraphs = composed.subgraphs.map((each) => withKnownId(each, draft));
    draft.compositions.set(id, { ...composed, subgraphs, id, kid: signerOf(jws) });
  },
  POINTED(draft, { entry, statement: { channel, number, composed, cause, at } }) {
    const move = { number, at, composed, cause, pointed: entry.id };
    change(draft.channels, channel, (known) => ({ ...known, moves: [...known.moves, move] }));
    forgetOutcomes(draft, channel);
  },
  ROLLED_BACK: (draft, { entry, statement }) => addCause(draft, entry, statement.reason),
  PROMOTED: (draft, { entry }) => addCause(draft, entry),
  OUTCOME(draft, { entry, statement: { channel, number, at, outcome, reason, measures } }) {
    const told = { channel, number, gateway: signerOf(entry.jws), at, outcome, reason, measures };
    draft.outcomes.set(outcomeOf(told), told);
  },
  DOCUMENTS_REGISTERED(draft, { statement: { client, version, by, documents, at } }) {
    const registration = { client, version, by, documents, at };
    draft.documents.set(registrationOf(registration), registration);
  },
};

/** What was told of the release that a channel's newest one has left too far behind. */
function forgetOutcomes({ channels, outcomes }: Draft, channel: string): void {
  const left = channels.get(channel)?.moves.at(-TOLD_OF - 1);
  if (!left) return;
  for (const [key, told] of outcomes)
    if (told.channel === channel && told.number === left.number) outcomes.delete(key);
}

/** One text for each address: a large graph names the same publications in every composition. */
function withKnownId<Named extends { readonly publication: Address }>(named: Named, draft: Draft): Named {
  const known = draft.publications.get(named.publication);
  return known ? { ...named, publication: known.id } : named;
}

function addKey(draft: Draft, publicJwk: PublicJwk, known: Omit<KnownKey, 'kid' | 'publicJwk'>): void {
  const kid = thumbprint(publicJwk);
  draft.keys.set(kid, { kid, publicJwk, ...known });
}

function addCause(draft: Draft, { id, kind, jws }: LogEntry, message?: string): void {
  const cause: Cause = { id, kind, by: statementIn(jws).by, message };
  draft.causes.set(id, cause);
}

function change<Key, Kept>(map: Map<Key, Kept>, key: Key, changed: (known: Kept) => Kept): void {
  const known = map.get(key);
  if (known === undefined) throw new Error(`The log speaks of ${String(key)}, which it does not know.`);
  map.set(key, changed(known));
}
