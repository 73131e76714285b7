import { thumbprint } from '../../contract/release/keys.js';
import { text } from '../../contract/text.js';
import { keyStateAt } from '../state/questions.js';
import type { KnownKey } from '../state/state.js';
import { AS_SAID, type Answer, type Question } from './deciding.js';
import { alreadyDone, invalid, notFound, notYours } from './refusals.js';

/** An operator adds anybody's key, an agency a further one of its own. A key is somebody's once and for all. */
export async function addKey({ state, statement, tools }: Question<'KEY_ADDED'>): Promise<Answer> {
  const { agency, role, by, publicJwk } = statement;
  if ((agency === undefined) === (role === undefined)) throw invalid('OWNER', ONE_OWNER);
  if (by !== 'OPERATOR' && agency !== by) throw notYours('OPERATOR', OWN_KEYS_ONLY);
  if (state.keys.has(thumbprint(publicJwk))) throw alreadyDone(KNOWN_KEY);
  const law = state.law && (await tools.law(state.law));
  if (agency !== undefined && !law?.agencies.has(agency)) throw notFound(unknownAgency(agency));
  return AS_SAID;
}

/** An operator revokes any key but the last of the operators', an agency its own. */
export function revokeKey({ state, statement, tools }: Question<'KEY_REVOKED'>): Answer {
  const key = state.keys.get(statement.kid);
  if (!key) throw notFound(text(`khoá ${statement.kid}`, `key ${statement.kid}`));
  if (statement.by !== 'OPERATOR' && key.owner !== statement.by) throw notYours(key.owner, OWN_KEYS_ONLY);
  if (key.revokedAt !== undefined) throw alreadyDone(REVOKED);
  if (key.kid === tools.signer) throw invalid('OWN_KEY', OWN_KEY);
  const isOthers = (other: KnownKey): boolean =>
    other.role === key.role && other.kid !== key.kid && isLasting(other, tools.now);
  const isNeeded = key.role === 'OPERATOR' || key.role === 'REGISTRY';
  if (isNeeded && ![...state.keys.values()].some(isOthers)) throw invalid('LAST_KEY', LAST_KEY);
  return AS_SAID;
}

/** Whether a key stays long enough for its office to have it replaced. */
function isLasting(key: KnownKey, now: Date): boolean {
  return keyStateAt(key, new Date(now.getTime() + LASTING_MS)) === 'VALID';
}

/** Unit: milliseconds. */
const LASTING_MS = 30 * 86_400_000;

function unknownAgency(agency: string) {
  return text(
    `cơ quan ${agency} trong luật sở hữu; đơn vị vận hành thêm cơ quan trước`,
    `agency ${agency} in the law of ownership; the operator adds it first`,
  );
}

const ONE_OWNER = text(
  'Khoá thuộc về một cơ quan hoặc một vai trò.',
  'A key belongs to one agency or one role.',
);
const OWN_KEYS_ONLY = text(
  'Cơ quan chỉ được thêm và thu hồi khoá của chính mình.',
  'An agency adds and revokes its own keys alone.',
);
const KNOWN_KEY = text('Khoá này đã được ghi.', 'This key is known already.');
const REVOKED = text('Khoá này đã bị thu hồi.', 'This key was revoked already.');
const LAST_KEY = text(
  'Không thể thu hồi khoá cuối cùng của vai trò này còn hiệu lực ít nhất 30 ngày; hãy thêm khoá mới trước.',
  'The last key of this role that is valid for 30 days or more cannot be revoked; add a new one first.',
);
const OWN_KEY = text(
  'Sổ đăng ký đang ký bằng khoá này; hãy thêm khoá mới, khởi động lại với khoá mới, rồi thu hồi.',
  'The registry signs with this key; add a new one, restart the registry with that, and revoke this one then.',
);
