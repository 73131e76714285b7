import type { ErrorCode } from '../errors.js';
import type { Text } from '../text.js';
import type { Address } from './address.js';
import type { KeyRole, Right, StatementKind } from './statements.js';

/** One line of the registry's log, as it is kept and exported. */
export interface LogEntry {
  /** From 1 on, without gaps. */
  readonly seq: number;
  /** The address of the signed statement. */
  readonly id: Address;
  readonly kind: StatementKind;
  readonly jws: string;
  /** Instant at which the registry wrote it. */
  readonly recordedAt: string;
  /** The `hash` of the entry before; of the first one, {@link NO_ENTRY}. */
  readonly previous: Address;
  /** What chains the entries; see `hashOf`. */
  readonly hash: Address;
}

/** What a channel serves: enough to fetch and verify a release, whose supergraph is the text at `supergraph`. */
export interface ChannelRelease {
  readonly channel: string;
  /** From 1 on, one more for each move of the channel. */
  readonly number: number;
  /** The registry's signed statement POINTED. */
  readonly pointed: string;
  /** The registry's signed statement COMPOSED. */
  readonly composed: string;
  readonly supergraph: Address;
}

/** A channel, and where it points: nowhere until the first publication. */
export interface ChannelSummary {
  readonly name: string;
  readonly description: string;
  readonly number: number | null;
  readonly composed: Address | null;
  readonly movedAt: string | null;
}

/** How a gateway fared with one release. */
export interface ReportedOutcome {
  readonly gateway: string;
  readonly at: string;
  readonly outcome: 'LAUNCHED' | 'REFUSED' | 'RETURNED';
  readonly reason?: { readonly code: string; readonly text: Text };
  readonly measures?: Readonly<Record<string, number | string | boolean>>;
}

/** One move of a channel. */
export interface ChannelMove {
  readonly number: number;
  readonly at: string;
  readonly composed: Address;
  readonly supergraph: Address;
  /** The statement that moved it, with who said it and why. */
  readonly cause: {
    readonly id: Address;
    readonly kind: StatementKind;
    readonly by: string;
    readonly message?: string;
  };
  readonly subgraphs: readonly { readonly name: string; readonly publication: Address }[];
  readonly outcomes: readonly ReportedOutcome[];
}

/** A version of a subgraph that an agency published. */
export interface Publication {
  readonly id: Address;
  readonly subgraph: string;
  readonly agency: string;
  readonly sdl: Address;
  readonly url: string;
  readonly channel: string;
  readonly commit?: string;
  readonly message: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly kid: string;
}

/** An approval, and whether it holds now. */
export interface ApprovalView {
  readonly id: Address;
  readonly owner: string;
  readonly to: string;
  readonly rights: readonly { readonly right: Right; readonly coordinate: string }[];
  readonly until?: string;
  readonly sdl?: Address;
  readonly reason: string;
  readonly at: string;
  readonly state: 'VALID' | 'EXPIRED' | 'WITHDRAWN';
}

/** A key that the registry knows. */
export interface KeyView {
  readonly kid: string;
  readonly publicJwk: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };
  readonly agency?: string;
  readonly role?: KeyRole;
  readonly addedAt: string;
  readonly until?: string;
  readonly revokedAt?: string;
  readonly state: 'VALID' | 'EXPIRED' | 'REVOKED';
}

/** How often one client ran one operation on one day. */
export interface OperationUse {
  readonly client: string;
  readonly version?: string;
  /** Whether a verified token or a trusted document names the client; else it is only what the client said. */
  readonly isVerified: boolean;
  /** Calendar day in UTC. */
  readonly day: string;
  readonly lastSeen: string;
  /** Unit: runs. */
  readonly count: number;
}

/** What a gateway saw of one operation. */
export interface OperationUsage {
  /** Names the operation, whatever values it was asked with. */
  readonly signature: string;
  /** The operation's text without values. */
  readonly text: string;
  /** What was used beyond what the text says: fields of input and enum values given in variables. */
  readonly coordinates?: readonly string[];
  readonly uses: readonly OperationUse[];
}

/** What a gateway saw since it last told. */
export interface UsageBatch {
  readonly channel: string;
  readonly since: string;
  readonly until: string;
  /** A word that no other batch has: the same batch sent twice counts once. */
  readonly nonce: string;
  readonly operations: readonly OperationUsage[];
  /** Runs that were not recorded, for want of room; the record is incomplete then. Unit: runs. */
  readonly dropped: number;
}

/** An operation with its use by all clients. */
export interface TopOperation {
  readonly signature: string;
  readonly text: string;
  /** Unit: runs. */
  readonly count: number;
  readonly lastSeen: string;
}

/** The HTTP status of what the registry refuses with. */
export const REGISTRY_STATUS = {
  INVALID_STATEMENT: 400,
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  UNTRUSTED_STATEMENT: 401,
  NOT_YOURS: 403,
  NOT_FOUND: 404,
  CHECK_FAILED: 409,
  STALE_BASE: 409,
  ALREADY_DONE: 409,
  BODY_TOO_LARGE: 413,
  TRY_AGAIN: 503,
  INTERNAL: 500,
} as const satisfies { readonly [Code in ErrorCode]?: number };

/** Why the registry refuses. */
export type RegistryRefusalCode = keyof typeof REGISTRY_STATUS;

/** A refusal as the registry sends it. */
export interface RefusalBody {
  readonly error: {
    readonly code: RegistryRefusalCode;
    readonly message: Text;
    /** Whose the refused thing is, or who must be asked. */
    readonly agency?: string;
    readonly requestId: string;
    /** The report of the check that failed; see `CheckReport` of the registry. */
    readonly report?: unknown;
  };
}
