import type { Statement, StatementKind } from '../../contract/release/statements.js';
import { text } from '../../contract/text.js';
import { approve, withdrawApproval } from './approve.js';
import { makeChannel, rollBack } from './channel.js';
import type { Answer, Decide, Question } from './deciding.js';
import { addKey, revokeKey } from './keys.js';
import { makeLaw } from './law.js';
import { promote } from './promote.js';
import { publish } from './publish.js';
import { notYours } from './refusals.js';
import { registerDocuments, tellOutcome } from './told.js';
import { withdrawSubgraph } from './withdraw.js';

/** Decides on a statement whose sender may say it. @throws HubError when it is refused. */
export async function decide(question: Question): Promise<Answer> {
  // Each kind is judged by its own function, which the table's type says and a look-up cannot.
  const judge = DECISIONS[question.statement.kind] as Decide<StatementKind>;
  return judge(question);
}

/** Whether a decision takes a check, and so its time. */
export function takesCheck({ kind, by }: Statement): boolean {
  return CHECKED_KINDS.has(kind) || (kind === 'ROLLED_BACK' && by !== 'OPERATOR');
}

const CHECKED_KINDS: ReadonlySet<StatementKind> = new Set(['PUBLISHED', 'WITHDREW_SUBGRAPH', 'PROMOTED']);

const DECISIONS: { readonly [Kind in StatementKind]: Decide<Kind> } = {
  FOUNDED: registrysOwn,
  KEY_ADDED: addKey,
  KEY_REVOKED: revokeKey,
  LAW_MADE: makeLaw,
  PUBLISHED: publish,
  WITHDREW_SUBGRAPH: withdrawSubgraph,
  APPROVED: approve,
  APPROVAL_WITHDRAWN: withdrawApproval,
  CHANNEL_MADE: makeChannel,
  COMPOSED: registrysOwn,
  POINTED: registrysOwn,
  ROLLED_BACK: rollBack,
  PROMOTED: promote,
  OUTCOME: tellOutcome,
  DOCUMENTS_REGISTERED: registerDocuments,
};

function registrysOwn(): never {
  throw notYours(
    'REGISTRY',
    text('Chỉ sổ đăng ký tự đưa ra phát biểu này.', 'Only the registry itself says this.'),
  );
}
