import { HubError } from '../../contract/errors.js';
import type { Signed } from '../../contract/release/sign.js';
import type { KeyRole, StatementKind } from '../../contract/release/statements.js';
import { text, type Text } from '../../contract/text.js';
import { keyStateAt } from '../state/questions.js';
import type { KnownKey, RegistryState } from '../state/state.js';
import { invalid, notYours } from './refusals.js';

/** Who may say what; what the registry says itself is taken from nobody. */
const MAY_SAY: Readonly<Record<StatementKind, readonly (KeyRole | 'AGENCY')[]>> = {
  FOUNDED: [],
  KEY_ADDED: ['OPERATOR', 'AGENCY'],
  KEY_REVOKED: ['OPERATOR', 'AGENCY'],
  LAW_MADE: ['OPERATOR'],
  PUBLISHED: ['AGENCY'],
  WITHDREW_SUBGRAPH: ['AGENCY', 'OPERATOR'],
  APPROVED: ['AGENCY'],
  APPROVAL_WITHDRAWN: ['AGENCY'],
  CHANNEL_MADE: ['OPERATOR'],
  COMPOSED: [],
  POINTED: [],
  ROLLED_BACK: ['OPERATOR', 'AGENCY'],
  PROMOTED: ['OPERATOR', 'AGENCY'],
  OUTCOME: ['GATEWAY'],
  DOCUMENTS_REGISTERED: ['OPERATOR', 'AGENCY'],
};

/** How long a signed statement may be on its way, over an air gap as well. Unit: milliseconds. */
const STATEMENT_LIFETIME_MS = 24 * 3_600_000;
/** How far the clocks of signer and registry may differ. Unit: milliseconds. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Whether a statement comes from whom it says, is meant for this registry, at a time near now, and may be said by them.
 *
 * @throws HubError UNTRUSTED_STATEMENT, INVALID_STATEMENT with OTHER_REGISTRY as `reason`, NOT_YOURS
 */
export function assertAuthority(state: RegistryState, { kid, statement }: Signed, now: Date): void {
  const key = state.keys.get(kid);
  if (!key) throw untrusted('UNKNOWN_KEY');
  const keyState = keyStateAt(key, now);
  if (keyState !== 'VALID') throw untrusted(`${keyState}_KEY`);
  if (statement.registry !== state.name) throw invalid('OTHER_REGISTRY', OTHER_REGISTRY);
  assertNear(statement.at, now);
  if (statement.by !== key.owner) throw notYours(statement.by, OTHERS_NAME);
  const sort = sortOf(key);
  if (!MAY_SAY[statement.kind].includes(sort)) throw notYours(whoMay(statement.kind), NOT_THEIRS);
}

/** What a key's owner is in the registry. */
export function sortOf({ role }: KnownKey): KeyRole | 'AGENCY' {
  return role ?? 'AGENCY';
}

function whoMay(kind: StatementKind): string {
  return MAY_SAY[kind].join(', ') || 'REGISTRY';
}

function assertNear(at: string, now: Date): void {
  const age = now.getTime() - Date.parse(at);
  if (age > STATEMENT_LIFETIME_MS) throw untrusted('TOO_OLD');
  if (age < -CLOCK_TOLERANCE_MS) throw untrusted('NOT_YET');
}

const OTHERS_NAME = text(
  'Khoá đã ký không thuộc về người mà phát biểu nêu tên.',
  'The key that signed does not belong to the one whom the statement names.',
);
const OTHER_REGISTRY = text(
  'Phát biểu được ký cho sổ đăng ký khác.',
  'The statement was signed for another registry.',
);
const NOT_THEIRS = text(
  'Khoá này không được đưa ra loại phát biểu đó.',
  'This key may not say a statement of this kind.',
);

const WORDS = {
  UNKNOWN_KEY: text('Sổ đăng ký không biết khoá đã ký.', 'The registry does not know the key that signed.'),
  REVOKED_KEY: text('Khoá đã ký đã bị thu hồi.', 'The key that signed was revoked.'),
  EXPIRED_KEY: text('Khoá đã ký đã hết hạn.', 'The key that signed has expired.'),
  TOO_OLD: text(
    'Phát biểu đã ký quá 24 giờ; hãy ký lại.',
    'The statement was signed over 24 hours ago; sign it anew.',
  ),
  NOT_YET: text(
    'Phát biểu ghi thời điểm ở tương lai; hãy kiểm tra đồng hồ.',
    'The statement is dated in the future; check the clock.',
  ),
} as const satisfies Readonly<Record<string, Text>>;

function untrusted(reason: keyof typeof WORDS): HubError {
  return new HubError('UNTRUSTED_STATEMENT', WORDS[reason], { reason });
}
