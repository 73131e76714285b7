import type { ChannelMove, Publication } from '../../../contract/release/wire.js';
import { text } from '../../../contract/text.js';
import type { Command, Outcome } from '../command.js';
import { outcomeLines } from '../outcomes.js';
import type { Paper } from '../paper.js';
import { channelOf, CHANNEL_OPTION, reaching, REACH_OPTIONS } from '../reach.js';
import { minuteOf, shortOf, tableOf } from '../show/table.js';

/** `hub history`: the versions of a subgraph, or the moves of a channel. */
export const HISTORY: Command = {
  name: 'history',
  summary: text(
    'mọi phiên bản của một phân hệ, hoặc mọi lần chuyển của kênh',
    'every version of a subgraph, or every move of a channel',
  ),
  args: [{ name: 'subgraph', isOptional: true, summary: text('tên phân hệ', 'name of the subgraph') }],
  options: [CHANNEL_OPTION, ...REACH_OPTIONS],
  examples: ['history', 'history insurance', 'history --channel staging --format json'],
  run: (call) =>
    reaching(call, async ({ registry }) => {
      const subgraph = call.arg(0);
      if (subgraph !== undefined) return versions(await registry.subgraphHistory(subgraph));
      return moves(await registry.channelHistory(channelOf(call)));
    }),
};

function versions(publications: readonly Publication[]): Outcome {
  return { result: { publications }, page: (paper) => versionsPage(publications, paper) };
}

function versionsPage(publications: readonly Publication[], paper: Paper): string {
  if (publications.length === 0) return paper.say(NOTHING);
  return tableOf(
    publications.map(({ id, at, channel, agency, commit = '', message }) => [
      paper.mark('cyan', shortOf(id)),
      minuteOf(at),
      channel,
      agency,
      commit.slice(0, 8),
      message,
    ]),
  );
}

function moves(all: readonly ChannelMove[]): Outcome {
  return { result: { moves: all }, page: (paper) => movesPage(all, paper) };
}

function movesPage(all: readonly ChannelMove[], paper: Paper): string {
  if (all.length === 0) return paper.say(NOTHING);
  return all
    .flatMap(({ number, at, cause, outcomes, composed }) => [
      `${paper.mark('bold', `#${number}`)} ${minuteOf(at)} ${cause.kind} ${cause.by} ${paper.mark('cyan', shortOf(composed))} ${cause.message ?? ''}`,
      ...outcomeLines(outcomes, paper),
    ])
    .join('\n');
}

const NOTHING = text('Chưa có gì.', 'Nothing yet.');
