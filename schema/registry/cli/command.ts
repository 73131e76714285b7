import type { Text } from '../../contract/text.js';
import type { Call } from './call.js';
import type { ExitCode } from './exit.js';
import type { Paper } from './paper.js';

/** One command of `hub`, as help, completion and the parser read it. */
export interface Command {
  /** Its words: `keys add` is `add` of the group `keys`. */
  readonly name: string;
  readonly summary: Text;
  readonly args?: readonly CommandArgument[];
  readonly options?: readonly CommandOption[];
  /** What follows `hub`. */
  readonly examples: readonly string[];
  readonly run: (call: Call) => Promise<Outcome>;
}

/** What a command is told by its place. */
export interface CommandArgument {
  readonly name: string;
  readonly summary: Text;
  readonly isOptional?: boolean;
}

/** What a command is told by name. */
export interface CommandOption {
  /** Without the hyphens; `no-` before it turns off what is on. */
  readonly name: string;
  /** What its value is called; absent for a switch. */
  readonly value?: string;
  readonly summary: Text;
  /** Whether it may be given several times. */
  readonly isMany?: boolean;
  /** Whether the command cannot do without it. */
  readonly isNeeded?: boolean;
  /** The values it may have. */
  readonly choices?: readonly string[];
}

/** What a command answers: the same for programs and for people. */
export interface Outcome {
  /** 0 when not said. */
  readonly exit?: ExitCode;
  readonly result: object;
  /** For people; ends without a line break. */
  readonly page: (paper: Paper) => string;
  /** Whether all of it was told while the command ran. */
  readonly isTold?: boolean;
}
