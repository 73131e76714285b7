import type { PublishedSubgraph } from '../compose.js';
import type { Approval } from '../ownership/approval.js';
import type { Law } from '../ownership/law.js';
import type { UsageEvidence } from '../usage/evidence.js';
import type { CheckName } from './report.js';

/** All that a check judges by. Plain data, so that it passes between threads. */
export interface CheckInput {
  readonly proposed: Proposal;
  /** The subgraphs with which the proposed one would be served. */
  readonly others: readonly PublishedSubgraph[];
  /** What the channel serves now beside it, where others change at once with it; only this gives rights. */
  readonly servedOthers?: readonly PublishedSubgraph[];
  /** Those others that change at once with it, and are judged as it is. */
  readonly together?: readonly Joined[];
  /** What the first channel serves, where another one is judged. */
  readonly settled?: readonly PublishedSubgraph[];
  /** What the channel serves now. */
  readonly former?: FormerGraph;
  readonly law: Law;
  /** All approvals; those that are over or were withdrawn allow nothing, and still tell owners from guests. In the log's order. */
  readonly approvals: readonly Approval[];
  readonly now: Date;
  readonly usage: UsageEvidence;
  readonly accepts: readonly Acceptance[];
  readonly limits: CheckLimits;
}

/** A subgraph as its agency would publish it. */
export interface Proposal {
  readonly subgraph: string;
  readonly agency: string;
  readonly url: string;
  readonly sdl: string;
}

/** A subgraph that changes at once with the proposed one. */
export interface Joined {
  readonly name: string;
  /** The agency that published it. */
  readonly agency: string;
}

/** What a channel serves before the change. */
export interface FormerGraph {
  /** The proposed subgraph's SDL until now; absent for a new one. */
  readonly sdl?: string;
  readonly supergraphSdl: string;
}

/** A breaking change that an agency takes upon itself where nobody's use is known. */
export interface Acceptance {
  readonly coordinate: string;
  readonly reason: string;
}

/** How large a proposed SDL may be, and how long use counts. */
export interface CheckLimits {
  /** Unit: bytes of UTF-8. */
  readonly sdlBytes: number;
  /** Unit: tokens. */
  readonly tokens: number;
  /** Unit: types, with extensions. */
  readonly types: number;
  /** Of one description. Unit: characters. */
  readonly descriptionLength: number;
  /** Of one default value. Unit: characters. */
  readonly defaultLength: number;
  /** Of nested values and types. Unit: levels. */
  readonly depth: number;
  /** How long use is remembered, and has to be recorded before nobody's use counts. Unit: days. */
  readonly usageDays: number;
}

/** The limits where an operator sets no others. */
export const CHECK_LIMITS: CheckLimits = {
  sdlBytes: 4_000_000,
  tokens: 500_000,
  types: 4_000,
  descriptionLength: 10_000,
  defaultLength: 1_000,
  depth: 12,
  usageDays: 30,
};

/** Told as each check is done. */
export type OnStep = (step: CheckStep) => void;

/** A check that is done. */
export interface CheckStep {
  readonly check: CheckName;
  /** Unit: milliseconds. */
  readonly durationMs: number;
  /** Unit: findings. */
  readonly findings: number;
}
