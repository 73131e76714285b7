import { text, type Text } from '../../../contract/text.js';
import { CONVENTIONS } from '../../checks/convention-rules.js';
import { WORDINGS } from '../../checks/diff/difference.js';
import { RULES } from '../../ownership/rule-words.js';
import type { Explanation } from './explanations.js';
import { GUARD_FINDINGS } from './guard-findings.js';
import { LAUNCH_REASONS } from './launch-reasons.js';
import { OTHER_FINDINGS } from './other-findings.js';
import { REASONS } from './reasons.js';

const OWNED = text(
  'Sở hữu là luật của đồ thị: không ai đổi phần của người khác mà người đó không biết.',
  'Ownership is a law of the graph: nobody changes what is another’s without its knowledge.',
);
const ASK = text(
  'Đề nghị chủ quản chạy lệnh hub approve mà báo cáo nêu; họ có thể đặt thời hạn và rút lại.',
  'Ask the owner to run the hub approve that the report names; it may set an end, and take it back.',
);
const CUSTOM = text(
  'Quy ước của đồ thị; chỉ phần thay đổi bị xét.',
  'A custom of the graph; only what changes is judged by it.',
);
const NOTHING = text('Không cần làm gì.', 'Nothing needs to be done.');

const KINDS: Readonly<Record<(typeof WORDINGS)[keyof typeof WORDINGS]['kind'], Text>> = {
  BREAKING: text(
    'Thay đổi gây hỏng: bị từ chối khi có ứng dụng đang dùng, hoặc khi chưa đủ lâu để biết; hub publish --accept nhận trách nhiệm khi không biết ai dùng.',
    'A breaking change: refused while a client uses it, or while use is not known for long enough; hub publish --accept takes it upon oneself where nobody’s use is known.',
  ),
  DANGEROUS: text('Có thể làm ứng dụng bất ngờ.', 'It may surprise clients.'),
  SAFE: text('Không làm hỏng ứng dụng nào.', 'It breaks no client.'),
};

/** Every code of a check's findings and changes, of launches, and every reason of a refusal; the tables of the checks themselves speak where they can. */
export const FINDINGS: Readonly<Record<string, Explanation>> = {
  ...Object.fromEntries(Object.entries(RULES).map(([code, does]) => [code, ruleExplained(does)])),
  ...Object.fromEntries(
    CONVENTIONS.map(({ code, message, remedy }) => [code, { what: message, why: CUSTOM, right: remedy }]),
  ),
  ...Object.fromEntries(
    Object.entries(WORDINGS).map(([code, { kind, says, remedy }]) => [
      code,
      { what: says, why: KINDS[kind], right: remedy ?? NOTHING },
    ]),
  ),
  ...OTHER_FINDINGS,
  ...GUARD_FINDINGS,
  ...LAUNCH_REASONS,
  ...REASONS,
};

function ruleExplained(does: Text): Explanation {
  return {
    what: text(
      `Phân hệ ${does.vi} mà cơ quan khác làm chủ quản, khi chưa có chấp thuận.`,
      `The subgraph ${does.en}, which another agency owns, and has no approval.`,
    ),
    why: OWNED,
    right: ASK,
  };
}
