import { HubError } from '../../../contract/errors.js';
import { addressOf, ADDRESS, type Address } from '../../../contract/release/address.js';
import type { Publication } from '../../../contract/release/wire.js';
import { text } from '../../../contract/text.js';
import { wrongUse, type Call } from '../call.js';
import type { Command } from '../command.js';
import { commitOf } from '../git.js';
import { awaitOutcome, secondsToWait, WAIT } from '../outcomes.js';
import { PROPOSAL_OPTIONS, proposalOf } from '../proposal.js';
import { DRY_RUN, reaching, REACH_OPTIONS, say, type Reach } from '../reach.js';
import { answered } from '../show/answer.js';

/** `hub publish`: makes this SDL the agency's part of a channel's graph. */
export const PUBLISH: Command = {
  name: 'publish',
  summary: text(
    'phát hành SDL vào kênh: kiểm tra, hợp nhất và chuyển kênh trong một lần, hoặc không gì cả',
    'publishes the SDL into the channel: checked, composed and pointed at in one step, or not at all',
  ),
  options: [
    ...PROPOSAL_OPTIONS,
    ...REACH_OPTIONS,
    {
      name: 'message',
      value: 'text',
      isNeeded: true,
      summary: text('điều gì đổi, cho người đọc sau này', 'what changes, for those who read it later'),
    },
    {
      name: 'commit',
      value: 'id',
      summary: text('commit nguồn; nếu không: HEAD của git', 'commit of the source; else HEAD of git'),
    },
    {
      name: 'base',
      value: 'id',
      summary: text(
        'bản phát hành đã dùng khi kiểm tra; nếu kênh đã có bản khác thì bị từ chối',
        'the publication it was checked against; refused when the channel has another',
      ),
    },
    WAIT,
    DRY_RUN,
  ],
  examples: [
    'publish --message "thêm nợ bảo hiểm"',
    'publish --message "…" --dry-run',
    'publish --message "…" --wait 60',
  ],
  async run(call) {
    const seconds = secondsToWait(call);
    const { sdl, file, ...proposed } = await proposalOf(call);
    return reaching(call, async (reach) => {
      call.progress(text('Kiểm tra và hợp nhất', 'Checking and composing'));
      const present = await presentOf(proposed, reach);
      assertNew(present, { url: proposed.url, sdl: addressOf(sdl) });
      const said = {
        kind: 'PUBLISHED' as const,
        ...proposed,
        sdl: addressOf(sdl),
        message: call.option('message') ?? '',
        commit: call.option('commit') ?? (await commitOf(call.desk.cwd)),
        base: baseOf(call, present),
      };
      const answer = await say(call, reach, said, { texts: [sdl] });
      const outcome = answered(answer, { file });
      return awaitOutcome(call, { reach, release: answer.channel, outcome, seconds });
    });
  },
};

type Named = Pick<Publication, 'subgraph' | 'channel'>;

/** What the channel has of the subgraph now. */
async function presentOf(
  { subgraph, channel }: Named,
  { registry }: Reach,
): Promise<Publication | undefined> {
  return (await registry.channelSubgraphs(channel)).find((each) => each.subgraph === subgraph);
}

/** Pipelines publish at every run: what is served already is no new version. @throws HubError ALREADY_DONE */
function assertNew(present: Publication | undefined, { url, sdl }: Pick<Publication, 'url' | 'sdl'>): void {
  if (present?.sdl === sdl && present.url === url) throw new HubError('ALREADY_DONE', SERVED);
}

const SERVED = text('Kênh đã có đúng phiên bản này.', 'The channel has this very version already.');

/** Unless another is named, what the channel has now: whoever publishes at the same time is told apart. */
function baseOf(call: Call, present: Publication | undefined): Address | undefined {
  const named = call.option('base');
  if (named === undefined) return present?.id;
  const address = ADDRESS.safeParse(named);
  if (address.success) return address.data;
  throw wrongUse(text('--base cần mã đầy đủ, sha256:…', '--base takes a whole id, sha256:…'));
}
