import { text } from '../../../contract/text.js';
import type { Explanation } from './explanations.js';

const PROTECTED = text(
  'Phần được bảo vệ không bao giờ mở ra mà không ai để ý.',
  'What is protected never opens unnoticed.',
);
const KEEP_APART = text(
  'Nhãn giữ cho các số liệu không bị đặt cạnh nhau hay lộ ra ngoài.',
  'Tags keep figures from being put together, or from being shown outside.',
);
const USED = text(
  'Ứng dụng của người khác không được hỏng mà không ai biết.',
  'Nobody else’s client breaks unnoticed.',
);

/** What is said of findings about protection, contracts and clients in use. */
export const GUARD_FINDINGS: Readonly<Record<string, Explanation>> = {
  ACCESS_LOWERED: {
    what: text('Phần từng được bảo vệ sẽ mở rộng hơn.', 'Something protected would be open to more callers.'),
    why: PROTECTED,
    right: text(
      'Giữ chỉ thị bảo vệ; nếu cố ý, chủ quản chấp thuận UNPROTECT.',
      'Keep the directive; if it is meant, the owner approves UNPROTECT.',
    ),
  },
  ACCESS_OPENED: {
    what: text(
      'Bảo vệ được giảm với chấp thuận của chủ quản.',
      'Protection is lowered with the approval of the owner.',
    ),
    why: PROTECTED,
    right: text('Kiểm tra lại danh sách opened.', 'Read the list opened once more.'),
  },
  ACCESS_UNENFORCEABLE: {
    what: text(
      'Cổng không thi hành được điều kiện bảo vệ ở chỗ này.',
      'A gateway could not enforce what is demanded there.',
    ),
    why: PROTECTED,
    right: text(
      'Đặt chỉ thị vào trường hoặc kiểu mà ứng dụng hỏi.',
      'Put the directive on the field or type that clients ask for.',
    ),
  },
  ACCESS_MALFORMED: {
    what: text('Chỉ thị bảo vệ viết sai.', 'A directive of protection is malformed.'),
    why: PROTECTED,
    right: text(
      'Viết như @requiresScopes(scopes: [["a:read"]]).',
      'Write it as @requiresScopes(scopes: [["a:read"]]).',
    ),
  },
  PRIVACY_WORD: {
    what: text(
      'Tên chứa từ chỉ dữ liệu về con người mà đồ thị không bao giờ nhận.',
      'A name holds a word for data about people that the graph never takes in.',
    ),
    why: text(
      'Đồ thị nói về tổ chức và số liệu, không về người; xem docs/privacy.md.',
      'The graph is about organisations and figures, not about people; see docs/privacy.md.',
    ),
    right: text(
      'Bỏ trường đó, hoặc đặt tên đúng nghĩa nếu không phải dữ liệu cá nhân.',
      'Leave the field out, or name it for what it is when it is no personal data.',
    ),
  },
  CONTRACT_TAG_REMOVED: {
    what: text('Một nhãn giữ tách biệt bị bỏ.', 'A tag that keeps apart is removed.'),
    why: KEEP_APART,
    right: text(
      'Giữ @tag; nếu cố ý, cơ quan hub chấp thuận CONTRACT.',
      'Keep the @tag; if it is meant, the agency hub approves CONTRACT.',
    ),
  },
  CONTRACT_LEAK: {
    what: text(
      'Có đường mới không nhãn tới phần chỉ đến được qua nhãn.',
      'There is a new way without the tag to what only tagged ways led to.',
    ),
    why: KEEP_APART,
    right: text('Đặt @tag lên đường mới.', 'Put the @tag on the new way.'),
  },
  CONTRACT_UNTAGGED: {
    what: text(
      'Kiểu mới không nhãn hiện ra từ trường có nhãn.',
      'A new type without a tag is shown by a field that has it.',
    ),
    why: KEEP_APART,
    right: text(
      'Đặt @tag lên kiểu nếu nó cùng loại.',
      'Put the @tag on the type when it is of the same sort.',
    ),
  },
  CONTRACT_CHANGED: {
    what: text('Một nhãn thường thay đổi.', 'An ordinary tag changes.'),
    right: text('Xem đó có phải điều muốn không.', 'See whether it is meant.'),
  },
  DANGEROUS_CHANGE: {
    what: text(
      'Thay đổi có thể làm ứng dụng đang dùng bất ngờ.',
      'A change may surprise clients that use it.',
    ),
    right: text('Báo trước cho các ứng dụng được nêu.', 'Tell the clients that are named beforehand.'),
  },
  BREAKS_CLIENTS: {
    what: text(
      'Thay đổi làm hỏng truy vấn mà ứng dụng đang dùng.',
      'A change breaks operations that clients use.',
    ),
    why: USED,
    right: text(
      'Giữ lại và ghi @deprecated; khi không ai dùng nữa thì bỏ. Nếu buộc phải làm, cơ quan hub chấp thuận BREAK.',
      'Keep it and write @deprecated; remove it once nobody uses it. Where it has to be, the agency hub approves BREAK.',
    ),
  },
  BREAKING_UNKNOWN_USE: {
    what: text(
      'Thay đổi gây hỏng mà chưa ghi nhận đủ lâu để biết ai dùng.',
      'A breaking change, and use was not recorded long enough to know of it.',
    ),
    why: USED,
    right: text(
      'Chờ đủ thời gian ghi nhận, hoặc nhận trách nhiệm: hub publish --accept "Type.field=lý do".',
      'Wait until it was recorded long enough, or take it upon yourself: hub publish --accept "Type.field=reason".',
    ),
  },
  BREAKING_UNUSED: {
    what: text(
      'Thay đổi gây hỏng mà không ứng dụng nào dùng.',
      'A breaking change of something that no client uses.',
    ),
    right: text('Không cần làm gì.', 'Nothing needs to be done.'),
  },
  BREAKING_ACCEPTED: {
    what: text(
      'Thay đổi gây hỏng mà cơ quan đã nhận trách nhiệm.',
      'A breaking change that the agency took upon itself.',
    ),
    right: text('Lý do được ghi vào nhật ký.', 'The reason is kept in the log.'),
  },
  BREAKING_APPROVED: {
    what: text(
      'Thay đổi gây hỏng được cơ quan hub chấp thuận.',
      'A breaking change that the agency hub has approved.',
    ),
    right: text('Báo trước cho các ứng dụng được nêu.', 'Tell the clients that are named beforehand.'),
  },
  COMPOSITION_FAILED: {
    what: text('Các phân hệ không hợp nhất được.', 'The subgraphs do not compose.'),
    right: text(
      'Báo cáo nêu truy vấn nhỏ nhất không trả lời được và gợi ý sửa.',
      'The report shows the smallest query that cannot be answered, and what would put it right.',
    ),
  },
};
