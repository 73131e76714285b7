import type { Address } from '../../contract/release/address.js';
import { text } from '../../contract/text.js';
import type { Publication } from '../../contract/release/wire.js';
import type { CheckName } from '../checks/report.js';
import { agencyOf, type Law } from '../ownership/law.js';
import { lastMove, publicationsOf, served } from '../state/questions.js';
import type { Composed } from '../state/state.js';
import { AS_SAID, type Answer, type Question, type Tools } from './deciding.js';
import type { Unsaid } from '../../contract/release/unsaid.js';
import { pointedAt } from './moving.js';
import { loweredBy } from './opened.js';
import { judged, lawOf, servedOn } from './proposal.js';
import { alreadyDone, checkFailed, movedOn, notFound, notYours } from './refusals.js';

/** A new channel, which points nowhere. */
export function makeChannel({ state, statement: { channel } }: Question<'CHANNEL_MADE'>): Answer {
  if (state.channels.has(channel))
    throw alreadyDone(text(`Đã có kênh ${channel}.`, `Channel ${channel} is there already.`));
  return AS_SAID;
}

/**
 * A channel returns to what it served before. An agency may do so where nobody else's subgraph would change, nothing is
 * protected less than now, and today's law and approvals allow what comes back; an operator takes all of that upon itself
 * knowingly.
 */
export async function rollBack(question: Question<'ROLLED_BACK'>): Promise<Answer> {
  const { state, statement, id, tools } = question;
  const { channel, to, by } = statement;
  const now = servedOn(state, channel);
  const current = served(state, channel);
  const target = state.compositions.get(to);
  const wasServed = state.channels.get(channel)?.moves.some(({ composed }) => composed === to);
  if (!target || !current || !wasServed) throw notFound(NEVER_SERVED);
  const { number } = lastMove(state.channels.get(channel)) ?? {};
  if (number !== (statement.leaving ?? number)) throw movedOn(LEFT_ALREADY, { current: number });
  if (current.id === to) throw alreadyDone(SERVED_NOW);
  const next = publicationsOf(state, target);
  const changed = differing(now, next);
  if (by !== 'OPERATOR') assertOwn(await tools.law(lawOf(state)), changed, by);
  const opened = await openedAgain(current, target, tools);
  if (by !== 'OPERATOR' && opened.length > 0) throw notYours('OPERATOR', LESS_PROTECTED);
  if (by !== 'OPERATOR') await assertStillAllowed(question, next, changed);
  // Gateways may trust the present key alone.
  const isSaidAnew = opened.length > 0 || target.kid !== tools.signer;
  const made = isSaidAnew ? [await tools.say(composedAgain(target, opened))] : [];
  const composed = made[0]?.id ?? to;
  const pointed = await pointedAt({ state, channel, composed, cause: id, tools });
  return { ...AS_SAID, follow: [...made, pointed] };
}

/** What the former graph protects less than the present one, and does not say so yet. */
async function openedAgain(current: Composed, target: Composed, tools: Tools): Promise<readonly string[]> {
  const step = { before: await tools.text(current.supergraph), after: await tools.text(target.supergraph) };
  return loweredBy(step).filter((coordinate) => !target.opened.includes(coordinate));
}

/** Whether an agency might publish today what comes back, as far as it is about who owns what. @throws HubError CHECK_FAILED */
async function assertStillAllowed(
  question: Question<'ROLLED_BACK'>,
  next: readonly Publication[],
  changed: readonly string[],
): Promise<void> {
  const { tools, statement } = question;
  const { channel, by: agency } = statement;
  for (const { subgraph, url, sdl } of next.filter((each) => changed.includes(each.subgraph))) {
    const others = next.filter((each) => each.subgraph !== subgraph);
    const proposed = { subgraph, agency, url, sdl: await tools.text(sdl) };
    const report = await judged({ channel, proposed, others, accepts: [] }, question);
    const findings = report.findings.filter(({ check }) => COUNTS_AT_RETURN.has(check));
    if (findings.some(({ severity }) => severity === 'ERROR'))
      throw checkFailed({ ...report, findings, passed: false });
  }
}

/** What is not judged otherwise when limits or composition fail. */
const COUNTS_AT_RETURN: ReadonlySet<CheckName> = new Set(['LIMITS', 'OWNERSHIP', 'COMPOSITION']);

function composedAgain(
  { id: _id, at: _at, kid: _kid, ...target }: Composed,
  opened: readonly string[],
): Unsaid {
  return { kind: 'COMPOSED', ...target, opened: [...target.opened, ...opened] };
}

/** The subgraphs of which two sets hold different versions. */
export function differing(now: readonly Publication[], next: readonly Publication[]): readonly string[] {
  const [before, after] = [idsOf(now), idsOf(next)];
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}

function idsOf(list: readonly Publication[]): ReadonlyMap<string, Address> {
  return new Map(list.map(({ subgraph, id }) => [subgraph, id]));
}

/** Whether subgraphs are all an agency's own. @throws HubError NOT_YOURS */
export function assertOwn(law: Law, subgraphs: readonly string[], agency: string): void {
  const others = subgraphs.find((subgraph) => agencyOf(law, subgraph) !== agency);
  if (others === undefined) return;
  throw notYours(
    agencyOf(law, others) ?? 'hub',
    text(
      `Việc này cũng đổi phân hệ ${others} của cơ quan khác; hãy đề nghị đơn vị vận hành.`,
      `This would change subgraph ${others} of another agency as well; ask the operator.`,
    ),
  );
}

const LESS_PROTECTED = text(
  'Bản cũ bảo vệ ít hơn bản đang phục vụ; chỉ đơn vị vận hành được quay lại.',
  'The former graph protects less than the present one; only an operator returns to it.',
);
const NEVER_SERVED = text(
  'bản hợp nhất nào như vậy từng được kênh này phục vụ',
  'such composition that the channel ever served',
);
const LEFT_ALREADY = text(
  'Kênh đã chuyển sang bản khác; hãy xem hub history rồi quyết định lại.',
  'The channel has moved on to another release; look at hub history, and decide again.',
);
const SERVED_NOW = text('Kênh đang phục vụ bản này.', 'The channel serves this composition already.');
