import { text } from '../../contract/text.js';
import { agencyOf, type Law } from '../ownership/law.js';
import type { Wanted } from '../ownership/permits.js';
import type { World } from '../ownership/world.js';
import { readIfParsed } from '../reading/subgraph.js';
import { allApprovals } from '../state/questions.js';
import { FIRST_CHANNEL } from '../state/state.js';
import { AS_SAID, type Answer, type Question, type Tools } from './deciding.js';
import { movedSubgraphs, takenBy } from './law-changes.js';
import { servedOn } from './proposal.js';
import { alreadyDone, notYours } from './refusals.js';

/** A new law: whatever it takes from an owner, or allows others in an owner's name, that owner has approved. */
export async function makeLaw({ state, statement, tools }: Question<'LAW_MADE'>): Promise<Answer> {
  if (statement.law === state.law) throw alreadyDone(SAME_LAW);
  const next = await tools.law(statement.law);
  if (state.law) await assertNothingTaken(await tools.law(state.law), next, tools);
  return { ...AS_SAID, texts: [statement.law] };
}

async function assertNothingTaken(former: Law, next: Law, tools: Tools): Promise<void> {
  const { state } = tools;
  const world = await settledWorld(former, tools);
  const permissions = { law: former, approvals: allApprovals(state), now: tools.now };
  const [taken] = takenBy(next, world, permissions);
  if (taken) throw notApproved(taken);
  const channels = [...state.channels.keys()];
  const isServed = (name: string): boolean =>
    channels.some((channel) => servedOn(state, channel).some(({ subgraph }) => subgraph === name));
  const moved = movedSubgraphs(former, next).find(({ name }) => isServed(name));
  if (moved) throw stillServed(moved);
}

/** What settles whose that is which the law does not name: the law, and what the first channel serves. */
export async function settledWorld(law: Law, tools: Tools): Promise<World> {
  const { state, now } = tools;
  const publications = servedOn(state, FIRST_CHANNEL);
  const readings = await Promise.all(
    publications.map(async ({ subgraph, sdl }) =>
      readIfParsed(await tools.text(sdl), { subgraph, agency: agencyOf(law, subgraph) ?? subgraph }),
    ),
  );
  return { law, approvals: allApprovals(state), now, served: readings.flatMap((each) => each ?? []) };
}

const SAME_LAW = text('Luật này đang có hiệu lực.', 'This law holds already.');

function notApproved({ coordinate, owner, to, right }: Wanted) {
  return notYours(
    owner,
    text(
      `${coordinate} thuộc về ${owner}: cần phê duyệt ${right} cho ${to} do ${owner} ký.`,
      `${coordinate} belongs to ${owner}: an approval of ${right} for ${to}, signed by ${owner}, is needed.`,
    ),
  );
}

function stillServed({ name, owner }: ReturnType<typeof movedSubgraphs>[number]) {
  return notYours(
    owner,
    text(
      `Phân hệ ${name} của ${owner} đang chạy: ${owner} phải rút nó khỏi mọi kênh trước.`,
      `Subgraph ${name} of ${owner} is served: ${owner} has to withdraw it from all channels first.`,
    ),
  );
}
