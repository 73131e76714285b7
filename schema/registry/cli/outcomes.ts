import type { ChannelRelease, ReportedOutcome } from '../../contract/release/wire.js';
import { text } from '../../contract/text.js';
import { wrongUse, type Call } from './call.js';
import type { CommandOption, Outcome } from './command.js';
import { EXIT } from './exit.js';
import type { Paper } from './paper.js';
import type { Reach } from './reach.js';
import { setTimeout as pause } from 'node:timers/promises';

/** How a command is told to wait. */
export const WAIT: CommandOption = {
  name: 'wait',
  value: 'seconds',
  summary: text('chờ cổng báo kết quả khởi chạy', 'waits until a gateway tells how the launch went'),
};

/** What is waited for. */
export interface Awaited {
  readonly reach: Reach;
  /** Absent at a dry run. */
  readonly release: ChannelRelease | undefined;
  /** What is answered besides. */
  readonly outcome: Outcome;
  /** As `secondsToWait` says. */
  readonly seconds: number;
}

const LOOK_MS = 500;

/** Waits for so long until a gateway has told how it fared with a release. */
export async function awaitOutcome(
  call: Call,
  { reach, release, outcome, seconds }: Awaited,
): Promise<Outcome> {
  if (seconds === 0 || !release) return outcome;
  call.progress(text('Chờ cổng khởi chạy', 'Waiting for a gateway to launch it'));
  const outcomes = await outcomesOf({ reach, release, until: Date.now() + seconds * 1_000, call });
  const isFine = outcomes.length > 0 && outcomes.every((each) => each.outcome === 'LAUNCHED');
  return {
    exit: isFine ? EXIT.FINE : EXIT.REFUSED,
    result: { ...outcome.result, outcomes },
    page: (paper) => [outcome.page(paper), ...outcomeLines(outcomes, paper)].join('\n'),
  };
}

/** How long `--wait` says; to be asked before anything is done. Unit: seconds. @throws HubError INVALID_INPUT */
export function secondsToWait(call: Call): number {
  const seconds = Number(call.option('wait') ?? 0);
  if (seconds >= 0 && seconds <= 600) return seconds;
  throw wrongUse(text('--wait cần số giây, 0 đến 600.', '--wait takes seconds, 0 to 600.'));
}

interface Looking extends Pick<Awaited, 'reach'> {
  readonly release: ChannelRelease;
  /** Unit: milliseconds since 1970. */
  readonly until: number;
  readonly call: Call;
}

async function outcomesOf({ reach, release, until, call }: Looking): Promise<readonly ReportedOutcome[]> {
  for (;;) {
    const moves = await reach.registry.channelHistory(release.channel);
    const outcomes = moves.find(({ number }) => number === release.number)?.outcomes ?? [];
    if (outcomes.length > 0 || Date.now() > until) return outcomes;
    await pause(LOOK_MS, undefined, { signal: call.desk.signal });
  }
}

/** How gateways fared with a release, a line each. */
export function outcomeLines(outcomes: readonly ReportedOutcome[], paper: Paper): readonly string[] {
  if (outcomes.length === 0) return [`  ${paper.mark('dim', paper.say(UNTOLD))}`];
  return outcomes.map(({ outcome, gateway, at, reason }) => {
    const style = outcome === 'LAUNCHED' ? 'green' : 'red';
    const why = reason ? ` ${reason.code}: ${paper.say(reason.text)}` : '';
    return `  ${paper.mark(style, outcome)} ${at.slice(0, 19)} ${paper.mark('dim', gateway.slice(0, 12))}${why}`;
  });
}

const UNTOLD = text('chưa cổng nào báo kết quả', 'no gateway has told of it yet');
