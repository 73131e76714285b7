import { text } from '../../../contract/text.js';
import type { VerifiedMove } from '../../../contract/release/release.js';
import { wrongUse, type Call } from '../call.js';
import type { Command } from '../command.js';
import { ACCEPT, acceptancesOf } from '../proposal.js';
import { awaitOutcome, secondsToWait, WAIT } from '../outcomes.js';
import { DRY_RUN, reaching, REACH_OPTIONS, say, type Reach } from '../reach.js';
import { moveOf, servedMove } from '../signed-moves.js';
import { isMoveNumber } from '../versions.js';
import { answered } from '../show/answer.js';

/** `hub channel promote`: brings what one channel serves to another. */
export const CHANNEL_PROMOTE: Command = {
  name: 'channel promote',
  summary: text('đưa những gì một kênh phục vụ sang kênh khác', 'brings what one channel serves to another'),
  args: [
    { name: 'from', summary: text('từ kênh', 'from this channel') },
    { name: 'to', summary: text('sang kênh', 'to this channel') },
  ],
  options: [
    {
      name: 'subgraph',
      value: 'name',
      isMany: true,
      summary: text('chỉ phân hệ này; nếu không: tất cả', 'only this subgraph; else all'),
    },
    {
      name: 'seen',
      value: 'number',
      summary: text(
        'chỉ khi kênh nguồn vẫn có các phiên bản của bản số này; nếu không: bản nó đang phục vụ',
        'only while the channel still has the versions of this release; else those that it serves now',
      ),
    },
    ACCEPT,
    WAIT,
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: [
    'channel promote staging production',
    'channel promote staging production --subgraph insurance --seen 12',
  ],
  run: (call) =>
    reaching(call, async (reach) => {
      const seconds = secondsToWait(call);
      const [from, to] = [call.needed(0), call.needed(1)];
      const names = [...call.list('subgraph')];
      const seen = await seenOf(call, from, reach);
      const answer = await say(call, reach, {
        kind: 'PROMOTED',
        from,
        to,
        ...(names.length > 0 && { subgraphs: names }),
        versions:
          names.length > 0 ? seen.subgraphs.filter(({ name }) => names.includes(name)) : seen.subgraphs,
        accepts: acceptancesOf(call),
      });
      return awaitOutcome(call, { reach, release: answer.channel, outcome: answered(answer), seconds });
    }),
};

/** What the channel serves, or served when it was looked at: the registry takes no other versions than these. */
function seenOf(call: Call, from: string, reach: Reach): Promise<VerifiedMove> {
  const seen = call.option('seen');
  if (seen === undefined) return servedMove(from, reach);
  if (isMoveNumber(seen)) return moveOf(from, Number(seen), reach);
  throw wrongUse(text('--seen cần số của một bản.', '--seen takes the number of a release.'));
}
