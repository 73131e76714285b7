import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { ACCEPT, acceptancesOf } from '../proposal.js';
import { awaitOutcome, secondsToWait, WAIT } from '../outcomes.js';
import { DRY_RUN, reaching, REACH_OPTIONS, say } from '../reach.js';
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
    ACCEPT,
    WAIT,
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: ['channel promote staging production', 'channel promote staging production --subgraph insurance'],
  run: (call) =>
    reaching(call, async (reach) => {
      const seconds = secondsToWait(call);
      const subgraphs = [...call.list('subgraph')];
      const said = {
        kind: 'PROMOTED' as const,
        from: call.needed(0),
        to: call.needed(1),
        ...(subgraphs.length > 0 && { subgraphs }),
        accepts: acceptancesOf(call),
      };
      const answer = await say(call, reach, said);
      return awaitOutcome(call, { reach, release: answer.channel, outcome: answered(answer), seconds });
    }),
};
