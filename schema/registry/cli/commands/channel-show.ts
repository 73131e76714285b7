import { HubError } from '../../../contract/errors.js';
import { text } from '../../../contract/text.js';
import { writeWhole } from '../files.js';
import type { Command } from '../command.js';
import { reaching, REACH_OPTIONS } from '../reach.js';
import { minuteOf, shortOf, tableOf } from '../show/table.js';

/** `hub channel show`: what a channel serves, and its supergraph where `--out` says. */
export const CHANNEL_SHOW: Command = {
  name: 'channel show',
  summary: text('những gì kênh đang phục vụ', 'what a channel serves'),
  args: [{ name: 'channel', summary: text('tên kênh', 'name of the channel') }],
  options: [
    {
      name: 'out',
      value: 'file',
      summary: text('ghi siêu đồ thị vào tệp', 'writes the supergraph into a file'),
    },
    ...REACH_OPTIONS,
  ],
  examples: ['channel show production', 'channel show production --out supergraph.graphql'],
  run: (call) =>
    reaching(call, async ({ registry }) => {
      const name = call.needed(0);
      const [release, subgraphs] = [await registry.channel(name), await registry.channelSubgraphs(name)];
      if (!release) throw nothingServed(name);
      const out = call.option('out');
      if (out !== undefined) await writeWhole(call.path(out), await registry.text(release.supergraph));
      return {
        result: { release, subgraphs },
        page: (paper) =>
          [
            `${paper.mark('bold', name)} #${release.number} ${paper.mark('dim', release.supergraph)}`,
            tableOf(
              subgraphs.map(({ subgraph, agency, url, id, at }) => [
                `  ${subgraph}`,
                agency,
                url,
                paper.mark('cyan', shortOf(id)),
                minuteOf(at),
              ]),
            ),
          ].join('\n'),
      };
    }),
};

/** The refusal where a channel serves nothing yet. */
export function nothingServed(channel: string): HubError {
  return new HubError(
    'NOT_FOUND',
    text(`Kênh ${channel} chưa phục vụ gì.`, `The channel ${channel} serves nothing yet.`),
  );
}
