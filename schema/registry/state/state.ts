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
  /** What gateways told of each channel's last releases, by whom and of what; see `outcomeOf` and {@link TOLD_OF}. */
  readonly outcomes: ReadonlyMap<string, KnownOutcome>;
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
}

/** How a gateway fared with a release. */
export interface KnownOutcome extends ReportedOutcome {
  readonly channel: string;
  /** The number of the release. */
  readonly number: number;
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

/**
 * The channel that every registry has from the first. What the law does not name belongs to whoever serves it first here;
 * other channels are for trying out, and settle nothing.
 */
export const FIRST_CHANNEL = 'production';

/** The state before the first entry. */
export const EMPTY: RegistryState = {
  end: CHAIN_START,
  keys: new Map(),
  channels: new Map(),
  publications: new Map(),
  compositions: new Map(),
  approvals: new Map(),
  causes: new Map(),
  outcomes: new Map(),
  documents: new Map(),
};

/**
 * Of how many releases of a channel outcomes are kept in memory: of just those of which gateways may still tell, so that
 * none is told twice; older ones stand in the log alone. Unit: releases.
 */
export const TOLD_OF = 50;

/** Under what an outcome is kept: a gateway tells each of a release once. */
export function outcomeOf({
  channel,
  number,
  gateway,
  outcome,
}: Pick<KnownOutcome, 'channel' | 'number' | 'gateway' | 'outcome'>): string {
  return `${channel} ${number} ${gateway} ${outcome}`;
}

/** Under what a client's registered documents are kept. */
export function registrationOf({ client, version }: Pick<Registration, 'client' | 'version'>): string {
  return JSON.stringify([client, version]);
}
