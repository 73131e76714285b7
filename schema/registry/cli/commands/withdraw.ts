import { ADDRESS, type Address } from '../../../contract/release/address.js';
import { text } from '../../../contract/text.js';
import { wrongUse, type Call } from '../call.js';
import type { Command } from '../command.js';
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
import { answered } from '../show/answer.js';

/** `hub withdraw`: takes back an approval, or a subgraph out of a channel. */
export const WITHDRAW: Command = {
  name: 'withdraw',
  summary: text(
    'rút một chấp thuận, hoặc rút một phân hệ khỏi kênh',
    'takes back an approval, or a subgraph out of a channel',
  ),
  args: [
    {
      name: 'approval',
      isOptional: true,
      summary: text(
        'mã chấp thuận, hoặc phần đầu của nó; xem hub status',
        'id of the approval, or its beginning; see hub status',
      ),
    },
  ],
  options: [
    { name: 'subgraph', value: 'name', summary: text('phân hệ cần rút', 'the subgraph to take out') },
    CHANNEL_OPTION,
    REASON,
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: [
    'withdraw 3f2a9c01 --reason "hết đợt"',
    'withdraw --subgraph insurance --channel staging --reason "…"',
  ],
  run: (call) =>
    reaching(call, async (reach) => {
      const reason = call.option('reason') ?? '';
      const subgraph = call.option('subgraph');
      const approval = call.arg(0);
      if ((subgraph === undefined) === (approval === undefined)) throw wrongUse(ONE_OF_TWO);
      if (subgraph !== undefined)
        return answered(
          await say(call, reach, { kind: 'WITHDREW_SUBGRAPH', subgraph, channel: channelOf(call), reason }),
        );
      const id = await approvalOf(call, reach);
      return answered(await say(call, reach, { kind: 'APPROVAL_WITHDRAWN', approval: id, reason }));
    }),
};

const ONE_OF_TWO = text(
  'Hãy nêu mã một chấp thuận hoặc --subgraph, đúng một trong hai.',
  'Name the id of an approval or --subgraph, one of the two.',
);

async function approvalOf(call: Call, { registry }: Reach): Promise<Address> {
  const given = call.needed(0);
  if (ADDRESS.safeParse(given).success) return given as Address;
  const fitting = (await registry.approvals()).filter(({ id }) => id.startsWith(`sha256:${given}`));
  const [only] = fitting;
  if (only && fitting.length === 1) return only.id;
  throw wrongUse(
    text(
      `${fitting.length} chấp thuận bắt đầu bằng ${given}.`,
      `${fitting.length} approvals begin with ${given}.`,
    ),
  );
}
