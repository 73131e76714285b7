import type { Address } from '../../contract/release/address.js';
import type {
  ApprovalView,
  ChannelMove,
  ChannelRelease,
  ChannelSummary,
  KeyView,
  LogEntry,
  Publication,
  TopOperation,
  UsageBatch,
} from '../../contract/release/wire.js';
import type { CheckStep } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';

/** What is checked before it is published. */
export interface CheckQuestion {
  readonly subgraph: string;
  readonly url: string;
  readonly sdl: string;
  readonly channel: string;
  readonly accepts?: readonly { readonly coordinate: string; readonly reason: string }[];
}

/** The registry took a statement. */
export interface StatementAnswer {
  /** What was written; nothing at a dry run. */
  readonly entries: readonly Pick<LogEntry, 'seq' | 'id' | 'kind'>[];
  readonly report?: CheckReport;
  /** Where the channel points now, when the statement moved one. */
  readonly channel?: ChannelRelease;
  /** Whether the statement had been taken before. */
  readonly isRepeated?: boolean;
}

/** What the registry says of itself. */
export interface RegistryHealth {
  readonly name: string;
  readonly seq: number;
  readonly isReady: boolean;
}

/**
 * Asks a registry over HTTP, each request signed with the caller's own key.
 *
 * Everything throws a HubError with the registry's code, and TRY_AGAIN when the registry cannot be reached.
 */
export interface RegistryClient {
  /** Sends a signed statement, with the texts whose addresses it names. */
  submit(
    jws: string,
    options?: { readonly texts?: readonly string[]; readonly isDryRun?: boolean },
  ): Promise<StatementAnswer>;
  check(question: CheckQuestion, onStep?: (step: CheckStep) => void): Promise<CheckReport>;
  channels(): Promise<readonly ChannelSummary[]>;
  /**
   * What a channel serves; null when it serves nothing, or nothing newer than `after` within `waitSeconds`.
   *
   * @param options.waitSeconds Unit: seconds, at most 25.
   */
  channel(
    name: string,
    options?: { readonly after?: number; readonly waitSeconds?: number; readonly signal?: AbortSignal },
  ): Promise<ChannelRelease | null>;
  /** Newest first. */
  channelHistory(name: string): Promise<readonly ChannelMove[]>;
  /** One move of a channel with its signatures; see `verifyMove`. */
  channelMove(name: string, number: number): Promise<ChannelRelease>;
  channelSubgraphs(name: string): Promise<readonly Publication[]>;
  /** Newest first. */
  subgraphHistory(name: string): Promise<readonly Publication[]>;
  approvals(): Promise<readonly ApprovalView[]>;
  keys(): Promise<readonly KeyView[]>;
  law(): Promise<{ readonly address: Address; readonly text: string }>;
  /** A text by its address; verified. */
  text(address: Address): Promise<string>;
  log(page?: { readonly after?: number; readonly limit?: number }): Promise<readonly LogEntry[]>;
  /** The signed head of the chain; see `verifyHead`. */
  head(): Promise<string>;
  topOperations(channel: string, top: number): Promise<readonly TopOperation[]>;
  reportUsage(batch: UsageBatch): Promise<void>;
  health(): Promise<RegistryHealth>;
  close(): Promise<void>;
}
