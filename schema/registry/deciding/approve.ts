import { text } from '../../contract/text.js';
import { AS_SAID, type Answer, type Question } from './deciding.js';
import { alreadyDone, invalid, notFound, notYours } from './refusals.js';

/** An agency lets another one do what is reserved to it. */
export async function approve({ state, statement, tools }: Question<'APPROVED'>): Promise<Answer> {
  const { to, by, until } = statement;
  const law = state.law && (await tools.law(state.law));
  if (!law?.agencies.has(to)) throw notFound(text(`cơ quan ${to}`, `agency ${to}`));
  if (until !== undefined && Date.parse(until) <= tools.now.getTime()) throw invalid('UNTIL', OVER);
  if (to === by && statement.rights.some(({ right }) => !TO_ITSELF.has(right))) throw invalid('TO', NEEDLESS);
  return AS_SAID;
}

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
