/** What is known of the use of a channel by verified clients. */
export interface UsageEvidence {
  /** ISO instant since which use is recorded. */
  readonly since?: string;
  /** Whether nothing was dropped since. */
  readonly isComplete: boolean;
  readonly operations: readonly UsedOperation[];
}

/** An operation that clients send, or have registered to send. */
export interface UsedOperation {
  readonly signature: string;
  /** Text of the operation without values. */
  readonly text: string;
  readonly uses: readonly Use[];
}

/** Who sends an operation. */
export interface Use {
  readonly client: string;
  readonly version?: string;
  /** ISO instant. */
  readonly lastSeen: string;
  /** Unit: requests. */
  readonly count: number;
  /** Whether the client has registered the operation as one of its documents. */
  readonly isRegistered: boolean;
}
