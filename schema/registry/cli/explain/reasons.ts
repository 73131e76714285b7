import { text } from '../../../contract/text.js';
import type { Explanation } from './explanations.js';

/** In both languages what a reason means, then what is to be done. */
type Words = readonly [vi: string, en: string, rightVi: string, rightEn: string];

const SAME_VERSION = ['Dùng hub của cùng phiên bản.', 'Use the hub of the same version.'] as const;
const AGAIN = ['Hãy gửi lại sau ít phút.', 'Send the same again in a few minutes.'] as const;
const CLOCK = ['Chỉnh đồng hồ máy rồi làm lại.', 'Set the clock right, and do it again.'] as const;
const ANOTHER_KEY = [
  'Xem hub keys list; dùng khoá đang có hiệu lực, hoặc xin cấp khoá mới.',
  'See hub keys list; use a key that counts, or have a new one added.',
] as const;
const ANOTHER_FILE = [
  'Lấy lại tệp từ nguồn; báo đơn vị vận hành nếu lặp lại.',
  'Get the file again from its source; tell the operator when it happens again.',
] as const;
const NEW_TOKEN = [
  'hub tự ký mã mới cho mỗi yêu cầu; hãy chạy lại, và kiểm tra đồng hồ.',
  'hub signs a new token for each request; run it again, and look at the clock.',
] as const;

const REASON_WORDS: Readonly<Record<string, Words>> = {
  ALGORITHM: ['Chữ ký không phải Ed25519.', 'The signature is no Ed25519.', ...SAME_VERSION],
  BUSY: ['Quá nhiều yêu cầu đang chờ.', 'Too much is waiting already.', ...AGAIN],
  CHAIN: [
    'Nhật ký bị đứt, bị sửa, hoặc có mục không đúng người ký.',
    'The log is broken, was altered, or has an entry that another one signed.',
    ...ANOTHER_FILE,
  ],
  CONTENT: ['Nội dung phát biểu sai.', 'What the statement says is malformed.', ...SAME_VERSION],
  DATABASE: [
    'Sổ đăng ký không dùng được cơ sở dữ liệu của nó.',
    'The registry cannot use its database.',
    ...AGAIN,
  ],
  DOCUMENTS: [
    'Văn bản đăng ký không phải danh sách JSON gồm các văn bản GraphQL.',
    'What is registered is no JSON list of GraphQL documents.',
    'Sửa tệp rồi đăng ký lại.',
    'Put the file right and register it again.',
  ],
  EXPIRED: ['Mã của yêu cầu đã hết hạn.', 'The token of the request is over.', ...CLOCK],
  EXPIRED_KEY: ['Khoá đã ký đã hết hạn.', 'The key that signed has expired.', ...ANOTHER_KEY],
  FORM: ['Văn bản đã ký không đúng dạng.', 'What is signed has another form.', ...SAME_VERSION],
  GAP: [
    'Tệp xuất bắt đầu sau chỗ bản sao đang dừng.',
    'The archive begins behind where the mirror ends.',
    'Xuất lại với --after đúng số mục cuối của bản sao.',
    'Export again with --after at the last entry of the mirror.',
  ],
  HEAD: [
    'Nhật ký không dẫn tới điều mà sổ đăng ký đã ký là phần cuối.',
    'The log does not come to what the registry signed as its head.',
    ...ANOTHER_FILE,
  ],
  INCOMPLETE: [
    'Mã của yêu cầu thiếu thông tin.',
    'The token of the request lacks something.',
    ...SAME_VERSION,
  ],
  LAST_KEY: [
    'Đó là khoá vận hành cuối cùng còn hiệu lực lâu dài.',
    'It is the last key of an operator that counts for long.',
    'Thêm khoá khác trước, rồi mới thu hồi.',
    'Add another one first, then revoke it.',
  ],
  LAST_SUBGRAPH: [
    'Kênh không thể mất phân hệ cuối cùng.',
    'A channel keeps its last subgraph.',
    'Công bố phân hệ khác trước.',
    'Publish another subgraph first.',
  ],
  MISSING: ['Yêu cầu không có mã.', 'The request has no token.', ...NEW_TOKEN],
  NOBODYS: [
    'Thứ cần chấp thuận chưa thuộc về ai.',
    'What is to be approved belongs to nobody yet.',
    'Công bố nó trên production trước, hoặc đề nghị đơn vị vận hành ghi vào luật.',
    'Publish it on production first, or have the operator write it into the law.',
  ],
  NOTHING: [
    'Cổng chưa có bản phát hành nào để phục vụ.',
    'The gateway has no release to serve.',
    'Kiểm tra REGISTRY_URL, CHANNEL và xem kênh đã có gì chưa (hub status).',
    'Look at REGISTRY_URL and CHANNEL, and whether the channel serves anything (hub status).',
  ],
  NOT_YET: ['Phát biểu ghi thời điểm ở tương lai.', 'The statement is dated in the future.', ...CLOCK],
  NO_ROOM: [
    'Cơ quan đã dùng hết chỗ cho truy vấn đăng ký.',
    'The agency’s room for registered documents is full.',
    'Bỏ phiên bản cũ bằng danh sách rỗng.',
    'Give up old versions by an empty list.',
  ],
  NO_TEXT: [
    'Thiếu văn bản mà phát biểu nêu địa chỉ.',
    'A text whose address the statement names did not come with it.',
    ...SAME_VERSION,
  ],
  OLDER: [
    'Tệp xuất cũ hơn bản sao đang có.',
    'The archive is older than the mirror.',
    'Không cần làm gì, hoặc xuất tệp mới.',
    'Nothing, or export a newer one.',
  ],
  OTHER_LOG: [
    'Tệp xuất và bản sao không chung một nhật ký.',
    'The archive and the mirror are not of one log.',
    ...ANOTHER_FILE,
  ],
  OTHER_REGISTRY: [
    'Phát biểu hoặc yêu cầu được ký cho sổ đăng ký khác.',
    'The statement or the request was signed for another registry.',
    'Đối chiếu tên trong registry.jwks.json với sổ đăng ký ở địa chỉ đó.',
    'Compare the name in registry.jwks.json with the registry at that address.',
  ],
  OTHER_TEXT: [
    'Văn bản không đúng địa chỉ của nó.',
    'A text is not the one of its address.',
    ...ANOTHER_FILE,
  ],
  OWNER: [
    'Một khoá thuộc về đúng một cơ quan hoặc một vai trò.',
    'A key belongs to one agency or one role.',
    'Nêu --agency hoặc --role, không phải cả hai.',
    'Give --agency or --role, and not both.',
  ],
  OWN_KEY: [
    'Đó là khoá mà sổ đăng ký đang ký, hoặc khoá ấy không còn hiệu lực.',
    'It is the key with which the registry signs, or that one counts no more.',
    'Khởi động lại sổ đăng ký với khoá mới trước.',
    'Restart the registry with a new key first.',
  ],
  REVOKED_KEY: ['Khoá đã ký đã bị thu hồi.', 'The key that signed was revoked.', ...ANOTHER_KEY],
  TEXT_ALTERED: ['Tệp xuất có văn bản bị sửa.', 'A text of the archive was altered.', ...ANOTHER_FILE],
  TEXT_MISSING: ['Tệp xuất thiếu văn bản.', 'The archive lacks a text.', ...ANOTHER_FILE],
  TO: [
    'Không ai cần tự chấp thuận cho mình, trừ UNPROTECT và các quyền tương tự.',
    'Nobody needs its own approval, but for UNPROTECT and the like.',
    'Không cần làm gì.',
    'Nothing needs to be done.',
  ],
  TOO_LONG: [
    'Phát biểu dài quá mức.',
    'The statement is too long.',
    'Chia thành nhiều phát biểu.',
    'Make several statements of it.',
  ],
  TOO_OLD: [
    'Phát biểu được ký đã quá 24 giờ.',
    'The statement was signed over 24 hours ago.',
    'Chạy lại lệnh để ký lại.',
    'Run the command again to sign it anew.',
  ],
  TYPE: ['Thứ được ký thuộc loại khác.', 'What was signed is of another sort.', ...SAME_VERSION],
  UNKNOWN_KEY: ['Không ai biết khoá đã ký.', 'The key that signed is unknown.', ...ANOTHER_KEY],
  UNREACHABLE: ['Không liên lạc được với sổ đăng ký.', 'The registry cannot be reached.', ...AGAIN],
  UNTIL: [
    'Thời hạn của chấp thuận đã qua.',
    'The approval would be over already.',
    'Nêu --until trong tương lai.',
    'Give an --until in the future.',
  ],
  UNTRUSTED: [
    'Mã của yêu cầu không do khoá được biết ký.',
    'The token of the request was not signed by a known key.',
    ...ANOTHER_KEY,
  ],
  USED: ['Mã của yêu cầu đã dùng rồi.', 'The token of the request was used before.', ...NEW_TOKEN],
  VERSIONS_MISSING: [
    'Việc đưa sang kênh khác không nêu phiên bản từng phân hệ.',
    'The promotion does not name the version of each subgraph.',
    ...SAME_VERSION,
  ],
  WRONG_CLAIMS: ['Mã được làm cho yêu cầu khác.', 'The token was made for another request.', ...NEW_TOKEN],
};

/** What is said of the reasons that stand beside the code of an error. */
export const REASONS: Readonly<Record<string, Explanation>> = Object.fromEntries(
  Object.entries(REASON_WORDS).map(([code, [vi, en, rightVi, rightEn]]) => [
    code,
    { what: text(vi, en), right: text(rightVi, rightEn) },
  ]),
);
