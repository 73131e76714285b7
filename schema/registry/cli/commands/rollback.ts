import type { VerifiedMove } from '../../../contract/release/release.js';
import type { HubError } from '../../../contract/errors.js';
import { text, type Text } from '../../../contract/text.js';
import { wrongUse } from '../call.js';
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
import { moveOf, servedMove } from '../signed-moves.js';
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
      const present = await servedMove(channel, reach);
      const { composedId: to } = await targetOf(present, call.option('to'), reach);
      const reason = call.option('reason') ?? '';
      const said = { kind: 'ROLLED_BACK', channel, to, leaving: present.number, reason } as const;
      const answer = await say(call, reach, said);
      return awaitOutcome(call, { reach, release: answer.channel, outcome: answered(answer), seconds });
    }),
};

/** Where to return, by what the registry signed alone: it is not believed which composition stands behind a number. */
function targetOf(present: VerifiedMove, to: string | undefined, reach: Reach): Promise<VerifiedMove> {
  if (to === undefined) return moveBefore(present, reach);
  return isMoveNumber(to) ? moveOf(present.channel, Number(to), reach) : moveWith(present, to, reach);
}

/** The last move to another composition than the present one. */
async function moveBefore(
  { channel, number, composedId }: VerifiedMove,
  reach: Reach,
): Promise<VerifiedMove> {
  for (let before = number - 1; before > 0; before -= 1) {
    const move = await moveOf(channel, before, reach);
    if (move.composedId !== composedId) return move;
  }
  throw noMove(channel, text('liền trước', 'former'));
}

/** How much of an id there must be, so that nobody who tells the history could find another that begins so. */
const ID = /^(sha256:)?[0-9a-f]{12,64}$/;

/** The last move to a composition whose id begins so. */
async function moveWith({ channel }: VerifiedMove, id: string, reach: Reach): Promise<VerifiedMove> {
  if (!ID.test(id)) throw noMove(channel, text(id, id));
  const isNamed = (composed: string): boolean =>
    composed.startsWith(id) || composed.startsWith(`sha256:${id}`);
  const told = await reach.registry.channelHistory(channel);
  const number = told.find(({ composed }) => isNamed(composed))?.number;
  const move = number === undefined ? undefined : await moveOf(channel, number, reach);
  if (move && isNamed(move.composedId)) return move;
  throw noMove(channel, text(id, id));
}

function noMove(channel: string, { vi, en }: Text): HubError {
  return wrongUse(
    text(
      `Kênh ${channel} không có bản ${vi}; xem hub history --channel ${channel}.`,
      `The channel ${channel} has no ${en} version; see hub history --channel ${channel}.`,
    ),
  );
}
