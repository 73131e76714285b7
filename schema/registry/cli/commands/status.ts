import type {
  ApprovalView,
  ChannelMove,
  ChannelSummary,
  Publication,
} from '../../../contract/release/wire.js';
import { text } from '../../../contract/text.js';
import type { Finding } from '../../checks/report.js';
import { FIRST_CHANNEL } from '../../state/state.js';
import type { Call } from '../call.js';
import type { Command, Outcome } from '../command.js';
import { EXIT } from '../exit.js';
import { outcomeLines } from '../outcomes.js';
import type { Paper } from '../paper.js';
import { reaching, REACH_OPTIONS, type Reach } from '../reach.js';
import { minuteOf, shortOf, tableOf } from '../show/table.js';
import { lackingIn } from '../standing.js';

/** What a channel serves, and what is amiss with it. */
interface Standing {
  readonly channel: ChannelSummary;
  readonly subgraphs: readonly Publication[];
  readonly lastMove?: ChannelMove;
  /** Approvals that what is served lacks. */
  readonly lacking: readonly Finding[];
}

/** All that `hub status` tells. */
interface Overview {
  readonly channels: readonly Standing[];
  readonly approvals: readonly ApprovalView[];
  /** Approvals that end within the time looked ahead. */
  readonly ending: readonly ApprovalView[];
}

/** How far ahead an end is told. Unit: milliseconds. */
const AHEAD_MS = 30 * 86_400_000;

/** `hub status`: what is served, by whom, and what has to be done about it. */
export const STATUS: Command = {
  name: 'status',
  summary: text(
    'các kênh, những gì đang phục vụ, chấp thuận thiếu hoặc sắp hết hạn, kết quả khởi chạy',
    'channels, what serves, approvals that are missing or end soon, outcomes of launches',
  ),
  options: REACH_OPTIONS,
  examples: ['status', 'status --format json'],
  run: (call) => reaching(call, async (reach) => shown(await overviewOf(call, reach))),
};

async function overviewOf(call: Call, reach: Reach): Promise<Overview> {
  const { registry } = reach;
  const approvals = await registry.approvals();
  const settled = await registry.channelSubgraphs(FIRST_CHANNEL);
  const channels = await Promise.all(
    (await registry.channels()).map(async (channel): Promise<Standing> => {
      const subgraphs = await registry.channelSubgraphs(channel.name);
      const [lastMove] = await registry.channelHistory(channel.name);
      const isFirst = channel.name === FIRST_CHANNEL;
      const served = { registry, subgraphs, approvals, ...(!isFirst && { settled }) };
      const lacking = await lackingIn(call, served);
      return { channel, subgraphs, lastMove, lacking };
    }),
  );
  const soon = call.desk.now().getTime() + AHEAD_MS;
  const ending = approvals.filter(
    ({ state, until }) => state === 'VALID' && until && Date.parse(until) < soon,
  );
  return { channels, approvals, ending };
}

/** Something that has to be put right makes the exit code 1, so that a job can watch over it. */
function shown(overview: Overview): Outcome {
  const isAmiss = overview.channels.some(({ lacking }) => lacking.length > 0);
  return {
    exit: isAmiss ? EXIT.REFUSED : EXIT.FINE,
    result: overview,
    page: (paper) =>
      [...overview.channels.map((each) => standingPage(each, paper)), ...approvalPages(overview, paper)].join(
        '\n',
      ),
  };
}

function standingPage({ channel, subgraphs, lastMove, lacking }: Standing, paper: Paper): string {
  const { name, number, description } = channel;
  const rows = subgraphs.map(({ subgraph, agency, id, at, message }) => [
    `  ${subgraph}`,
    agency,
    paper.mark('cyan', shortOf(id)),
    minuteOf(at),
    message,
  ]);
  return [
    `${paper.mark('bold', name)} ${number === null ? '—' : `#${number}`}  ${paper.mark('dim', description)}`,
    ...(rows.length > 0 ? [tableOf(rows)] : []),
    ...(lastMove ? outcomeLines(lastMove.outcomes, paper) : []),
    ...lacking.map(({ message, remedy }) =>
      [
        `  ${paper.mark('red', '✗')} ${paper.say(message)}`,
        `    ${paper.mark('green', '→')} ${paper.say(remedy)}`,
      ].join('\n'),
    ),
  ].join('\n');
}

function approvalPages({ approvals, ending }: Overview, paper: Paper): readonly string[] {
  const valid = approvals.filter(({ state }) => state === 'VALID');
  if (valid.length === 0) return [];
  return [
    paper.mark('bold', paper.say(APPROVALS)),
    tableOf(
      valid.map((approval) => [
        `  ${paper.mark('cyan', shortOf(approval.id))}`,
        `${approval.owner} → ${approval.to}`,
        approval.rights.map(({ right, coordinate }) => `${right} ${coordinate}`).join(', '),
        approval.until
          ? paper.mark(ending.includes(approval) ? 'yellow' : 'dim', `… ${minuteOf(approval.until)}`)
          : '',
      ]),
    ),
  ];
}

const APPROVALS = text('Chấp thuận đang có hiệu lực', 'Approvals that hold');
