import type { Text } from '../../contract/text.js';
import type { Composition } from '../compose.js';
import type { Right } from '../ownership/right.js';

/** The checks that a proposed SDL passes, in their order. */
export const CHECKS = [
  'LIMITS',
  'CONVENTIONS',
  'PRIVACY',
  'OWNERSHIP',
  'COMPOSITION',
  'CONTRACT',
  'ACCESS',
  'BREAKING',
] as const;

/** One of the checks. */
export type CheckName = (typeof CHECKS)[number];

/** How grave a finding is: an `ERROR` keeps the SDL from being published. */
export type Severity = 'ERROR' | 'WARNING' | 'NOTE';

/** What a check says of a proposed SDL. */
export interface CheckReport {
  /** Whether no finding is an error. */
  readonly passed: boolean;
  readonly findings: readonly Finding[];
  /** What would change for clients. */
  readonly changes: readonly SchemaChange[];
  /** What would change in the contracts. */
  readonly contracts: readonly ContractChange[];
  /** What the subgraphs compose to; absent when they do not, or were not composed. */
  readonly composition?: Composition;
  /** Coordinates whose protection is lowered with the approval of their owners. */
  readonly opened: readonly string[];
}

/** One thing that a check found. */
export interface Finding {
  readonly check: CheckName;
  /** Stable; `hub explain` says what it means. */
  readonly code: string;
  readonly severity: Severity;
  /** The agency whose matter it is: the owner where something is reserved, else the publisher. */
  readonly agency: string;
  readonly coordinate?: string;
  /** In the proposed SDL. */
  readonly line?: number;
  readonly message: Text;
  /** What would be right. */
  readonly remedy: Text;
  /** The smallest query that shows it. */
  readonly query?: string;
  /** SDL lines that would put it right. */
  readonly patch?: string;
  readonly clients?: readonly AffectedUse[];
  /** What `hub approve` would have to grant. */
  readonly approval?: ApprovalNeeded;
}

/** What an owner would have to approve, and for whom. */
export interface ApprovalNeeded {
  readonly owner: string;
  readonly to: string;
  readonly right: Right;
  readonly coordinate: string;
}

/** A client's operation that would break. */
export interface AffectedUse {
  readonly client: string;
  readonly version?: string;
  readonly operation: string;
  readonly signature: string;
  /** ISO instant. */
  readonly lastSeen: string;
  readonly isRegistered: boolean;
}

/** One change of the schema that clients see. */
export interface SchemaChange {
  /** Such as `FIELD_REMOVED`. */
  readonly code: string;
  readonly kind: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  /** Such as `Enterprise.arrears`, or `Query.enterprise(id:)` for an argument. */
  readonly coordinate: string;
  readonly message: Text;
}

/** One change of what a contract shows. */
export interface ContractChange {
  /** The tag, such as `apart-from/tips-of-a-place`. */
  readonly tag: string;
  readonly change: 'ADDED' | 'REMOVED' | 'REACHABLE';
  readonly coordinate: string;
}
