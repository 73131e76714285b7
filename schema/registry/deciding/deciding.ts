import type { Address } from '../../contract/release/address.js';
import type { Signed } from '../../contract/release/sign.js';
import type { Unsaid } from '../../contract/release/unsaid.js';
import type { StatementKind, StatementOf } from '../../contract/release/statements.js';
import type { CheckInput, CheckLimits, OnStep } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';
import type { Law } from '../ownership/law.js';
import type { RegistryState } from '../state/state.js';
import type { UsageEvidence } from '../usage/evidence.js';

/** What a decision may use beside the state. */
export interface Tools {
  readonly now: Date;
  /** What the decision is made on. */
  readonly state: RegistryState;
  readonly limits: CheckLimits;
  /** The key with which this process signs. */
  readonly signer: string;
  /** A text that the registry holds, or that came with the statement. @throws HubError INVALID_STATEMENT for none. */
  text(address: Address): Promise<string>;
  /** The law of ownership at an address. @throws HubError INVALID_STATEMENT for what is no law. */
  law(address: Address): Promise<Law>;
  /** What is known of the use of a channel. */
  usage(channel: string): Promise<UsageEvidence>;
  check(input: CheckInput, onStep?: OnStep): Promise<CheckReport>;
  /** Signs a statement as the registry. @throws HubError TRY_AGAIN when its key counts no more. */
  say(statement: Unsaid): Promise<Signed>;
}

/** What is decided on. */
export interface Question<Kind extends StatementKind = StatementKind> {
  readonly state: RegistryState;
  readonly statement: StatementOf<Kind>;
  /** The address of the signed statement. */
  readonly id: Address;
  /** The key that signed it. */
  readonly kid: string;
  readonly tools: Tools;
  readonly onStep?: OnStep;
}

/** What follows from a statement that is right. */
export interface Answer {
  /** The registry's own statements, written at once with it. */
  readonly follow: readonly Signed[];
  /** The texts that came with the statement and are kept. */
  readonly texts: readonly Address[];
  /** Texts of the registry's own that are kept. */
  readonly made: ReadonlyMap<Address, string>;
  readonly report?: CheckReport;
}

/** Judges a statement of one kind. @throws HubError when it is refused. */
export type Decide<Kind extends StatementKind> = (question: Question<Kind>) => Promise<Answer> | Answer;

/** Nothing follows but the statement itself. */
export const AS_SAID: Answer = { follow: [], texts: [], made: new Map() };
