import { text, type Text } from '../../contract/text.js';
import { HUB, type Law } from '../ownership/law.js';
import { ownersIn, type OwnerOf } from '../ownership/owners.js';
import type { RightOn } from '../ownership/right.js';
import { FIRST_CHANNEL } from '../state/state.js';
import { settledWorld } from './law.js';
import { AS_SAID, type Answer, type Question } from './deciding.js';
import { alreadyDone, invalid, notFound, notYours } from './refusals.js';

/** An agency lets another one do what is reserved to it. */
export async function approve(question: Question<'APPROVED'>): Promise<Answer> {
  const { state, statement, tools } = question;
  const { to, by, until } = statement;
  const law = state.law && (await tools.law(state.law));
  if (!law?.agencies.has(to)) throw notFound(text(`cơ quan ${to}`, `agency ${to}`));
  if (until !== undefined && Date.parse(until) <= tools.now.getTime()) throw invalid('UNTIL', OVER);
  if (to === by && statement.rights.some(({ right }) => !TO_ITSELF.has(right))) throw invalid('TO', NEEDLESS);
  await assertOwned(question, law);
  return AS_SAID;
}

/**
 * Whether what is approved is the agency's own, by the law or on the first channel. What nobody owns yet, nobody signs for:
 * who approves counts as an owner among those who serve it later.
 *
 * @throws HubError NOT_YOURS, INVALID_STATEMENT with NOBODYS as `reason`
 */
async function assertOwned({ statement, tools }: Question<'APPROVED'>, law: Law): Promise<void> {
  const { by, rights } = statement;
  const ownerOf = ownersIn(await settledWorld(law, tools), by);
  for (const right of by === HUB ? rights.filter((each) => !OF_HUB.has(each.right)) : rights)
    assertOwner(right, by, ownerOf);
}

/** The owner of a type may approve what concerns each of its fields. */
function assertOwner({ coordinate }: RightOn, by: string, ownerOf: OwnerOf): void {
  const [type = ''] = coordinate.split('.');
  const owners = [ownerOf(coordinate), ownerOf(type)].filter((each) => each !== undefined);
  const [owner] = owners;
  if (owner === undefined) throw invalid('NOBODYS', nobodys(coordinate));
  if (!owners.includes(by)) throw notYours(owner, othersPart(coordinate, owner));
}

/** What the hub's office lets pass for all, whoever the owner is. */
const OF_HUB: ReadonlySet<string> = new Set(['UNPROTECT', 'BREAK', 'CONTRACT']);

/** What even an owner must say aloud before it happens. */
const TO_ITSELF: ReadonlySet<string> = new Set(['UNPROTECT', 'BREAK', 'CONTRACT']);

/** The agency that approved takes it back. */
export function withdrawApproval({ state, statement }: Question<'APPROVAL_WITHDRAWN'>): Answer {
  const approval = state.approvals.get(statement.approval);
  if (!approval) throw notFound(text('phê duyệt này', 'such approval'));
  if (approval.by !== statement.by) throw notYours(approval.by, OWN_ONLY);
  if (approval.withdrawnAt !== undefined) throw alreadyDone(WITHDRAWN);
  return AS_SAID;
}

const OVER = text('Phê duyệt đã hết hạn khi được ký.', 'The approval is over before it begins.');
const NEEDLESS = text(
  'Chủ sở hữu không cần phê duyệt cho chính mình.',
  'An owner needs no such approval of itself.',
);
const OWN_ONLY = text(
  'Chỉ cơ quan đã phê duyệt được rút lại phê duyệt.',
  'Only the agency that approved can withdraw an approval.',
);
const WITHDRAWN = text('Phê duyệt này đã được rút lại.', 'This approval was withdrawn already.');

function othersPart(coordinate: string, owner: string): Text {
  return text(
    `${coordinate} thuộc về ${owner}; chỉ ${owner} được phê duyệt.`,
    `${coordinate} belongs to ${owner}; only ${owner} approves what is done to it.`,
  );
}

function nobodys(coordinate: string): Text {
  return text(
    `${coordinate} chưa thuộc về ai: chỉ duyệt được khi luật sở hữu nêu tên hoặc kênh ${FIRST_CHANNEL} phục vụ nó.`,
    `${coordinate} belongs to nobody yet: it can be approved once the law of ownership names it or the channel ${FIRST_CHANNEL} serves it.`,
  );
}
