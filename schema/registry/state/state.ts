import type { Address } from '../../contract/release/address.js';
import { CHAIN_START, type ChainEnd } from '../../contract/release/chain.js';
import type { PublicJwk } from '../../contract/release/keys.js';
import type { KeyRole, StatementOf } from '../../contract/release/statements.js';
import type { ChannelMove, Publication, ReportedOutcome } from '../../contract/release/wire.js';

/** Everything that the registry knows beside texts: what its log says, folded. */
export interface RegistryState {
  /** The last entry that was folded. */
  readonly end: ChainEnd;
  /** What the registry is called; absent before it is founded. */
  readonly name?: string;
  /** The law of ownership that holds. */
  readonly law?: Address;
  /** By thumbprint, also those that are no longer valid. */
  readonly keys: ReadonlyMap<string, KnownKey>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly publications: ReadonlyMap<Address, Publication>;
  readonly compositions: ReadonlyMap<Address, Composed>;
  readonly approvals: ReadonlyMap<Address, KnownApproval>;
  /** Statements that may move a channel. */
  readonly causes: ReadonlyMap<Address, Cause>;
  /** Registered documents by client and version; see `registrationOf`. */
  readonly documents: ReadonlyMap<string, Registration>;
}

/** A key, and whose it is. */
export interface KnownKey {
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  /** An agency's name, or a role. */
  readonly owner: string;
  readonly role?: KeyRole;
  readonly addedAt: string;
  /** Instant from which on it is not accepted. */
  readonly until?: string;
  readonly revokedAt?: string;
}

/** Why a channel was moved, and by whom. */
export type Cause = ChannelMove['cause'];

/** A channel with all of its moves. */
export interface Channel {
  readonly name: string;
  readonly description: string;
  /** Oldest first. */
  readonly moves: readonly Move[];
  /** What gateways told of its releases, by number. */
  readonly outcomes: ReadonlyMap<number, readonly ReportedOutcome[]>;
}

/** A move of a channel: where it points from then on. */
export interface Move extends Pick<ChannelMove, 'number' | 'at' | 'composed'> {
  readonly cause: Address;
  readonly pointed: Address;
}

/** A composition that the registry signed. */
export interface Composed extends Omit<StatementOf<'COMPOSED'>, 'kind' | 'by' | 'nonce'> {
  readonly id: Address;
  /** The registry's key that signed it. */
  readonly kid: string;
}

/** An approval, and when it was withdrawn. */
export interface KnownApproval extends Omit<StatementOf<'APPROVED'>, 'kind' | 'nonce'> {
  readonly id: Address;
  readonly withdrawnAt?: string;
}

/** The documents that a version of a client registered. */
export interface Registration {
  readonly client: string;
  readonly version: string;
  /** Who registered them. */
  readonly by: string;
  readonly documents: Address;
  readonly at: string;
}

/** The state before the first entry. */
export const EMPTY: RegistryState = {
  end: CHAIN_START,
  keys: new Map(),
  channels: new Map(),
  publications: new Map(),
  compositions: new Map(),
  approvals: new Map(),
  causes: new Map(),
  documents: new Map(),
};

/** Under what a client's registered documents are kept. */
export function registrationOf({ client, version }: Pick<Registration, 'client' | 'version'>): string {
  return JSON.stringify([client, version]);
}
