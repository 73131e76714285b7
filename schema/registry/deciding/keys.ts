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
  const isOthers = (other: KnownKey): boolean =>
    other.role === key.role && other.kid !== key.kid && keyStateAt(other, tools.now) === 'VALID';
  const isNeeded = key.role === 'OPERATOR' || key.role === 'REGISTRY';
  if (isNeeded && ![...state.keys.values()].some(isOthers)) throw invalid('LAST_KEY', LAST_KEY);
  return AS_SAID;
}

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
  'Không thể thu hồi khoá hợp lệ cuối cùng của vai trò này; hãy thêm khoá mới trước.',
  'The last valid key of this role cannot be revoked; add a new one first.',
);
