import type { ChannelMove } from '../../../contract/release/wire.js';
import { text } from '../../../contract/text.js';
import { wrongUse, type Call } from '../call.js';
import type { Command } from '../command.js';
import { awaitOutcome, secondsToWait, WAIT } from '../outcomes.js';
import {
  channelOf,
  CHANNEL_OPTION,
  DRY_RUN,
  reaching,
  REACH_OPTIONS,
  REASON,
  say,
  type Reach,
} from '../reach.js';
import { isMoveNumber } from '../versions.js';
import { answered } from '../show/answer.js';

/** `hub rollback`: points a channel back at what it served before. */
export const ROLLBACK: Command = {
  name: 'rollback',
  summary: text('đưa kênh về một bản trước', 'points a channel back at a former version'),
  options: [
    CHANNEL_OPTION,
    {
      name: 'to',
      value: 'number|id',
      summary: text(
        'số lần chuyển hoặc mã bản hợp nhất; nếu không: bản liền trước',
        'number of the move or id of the composition; else the one before',
      ),
    },
    WAIT,
    REASON,
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: ['rollback --reason "chậm"', 'rollback --channel production --to 41 --reason "…" --wait 30'],
  run: (call) =>
    reaching(call, async (reach) => {
      const seconds = secondsToWait(call);
      const channel = channelOf(call);
      const { composed: to } = await targetOf(call, channel, reach);
      const answer = await say(call, reach, {
        kind: 'ROLLED_BACK',
        channel,
        to,
        reason: call.option('reason') ?? '',
      });
      return awaitOutcome(call, { reach, release: answer.channel, outcome: answered(answer), seconds });
    }),
};

async function targetOf(call: Call, channel: string, { registry }: Reach): Promise<ChannelMove> {
  const moves = await registry.channelHistory(channel);
  const to = call.option('to');
  const found =
    to === undefined ? moves.find((each) => each.composed !== moves[0]?.composed) : named(to, moves);
  if (found) return found;
  throw wrongUse(
    text(
      `Kênh ${channel} không có bản ${to ?? 'liền trước'}; xem hub history --channel ${channel}.`,
      `The channel ${channel} has no ${to ?? 'former'} version; see hub history --channel ${channel}.`,
    ),
  );
}

function named(to: string, moves: readonly ChannelMove[]): ChannelMove | undefined {
  const isNamed = isMoveNumber(to)
    ? ({ number }: ChannelMove) => String(number) === to
    : ({ composed }: ChannelMove) => composed.startsWith(to) || composed.startsWith(`sha256:${to}`);
  return moves.find(isNamed);
}
