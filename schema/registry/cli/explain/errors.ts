import type { ErrorCode } from '../../../contract/errors.js';

/** In Vietnamese what a code means, then in Vietnamese and in English what is to be done. */
type Words = readonly [vi: string, rightVi: string, rightEn: string];

const ASK_AGAIN = ['Hãy hỏi lại sau ít phút.', 'Ask again in a few minutes.'] as const;
const REGISTRAR = [
  'Hãy báo đơn vị vận hành, kèm mã yêu cầu.',
  'Tell the operator, with the request id.',
] as const;
const SMALLER = ['Hãy chia nhỏ yêu cầu.', 'Ask for less at once.'] as const;
const SETTINGS = ['Xem docs/settings.md.', 'See docs/settings.md.'] as const;
const READ_AGAIN = ['Hãy đọc lại bản ghi rồi thử lại.', 'Read the record again, then retry.'] as const;

/** What is said of every error code; its rule in English stands in `ERROR_CODES`. */
export const ERRORS: Readonly<Record<ErrorCode, Words>> = {
  INVALID_ID: [
    'Mã không do hệ thống cấp, hoặc thuộc kiểu khác.',
    'Dùng mã đúng như đồ thị trả về.',
    'Use ids as the graph returned them.',
  ],
  INVALID_DATE: ['Ngày viết YYYY-MM-DD.', 'Ví dụ 2026-11-22.', 'For example 2026-11-22.'],
  INVALID_SYMBOL: [
    'Không phải số ký hiệu văn bản.',
    'Xem docs/document-symbols.md.',
    'See docs/document-symbols.md.',
  ],
  INVALID_CURSOR: [
    'Con trỏ không do danh sách này cấp.',
    'Dùng con trỏ của trang trước.',
    'Use a cursor of the page before.',
  ],
  INVALID_PAGE: [
    'Một trang có 1 đến 100 dòng, xuôi hoặc ngược.',
    'Chỉ dùng first hoặc last, 1 đến 100.',
    'Use first or last alone, 1 to 100.',
  ],
  INVALID_INPUT: [
    'Một tham số, tệp hoặc tuỳ chọn sai quy tắc.',
    'Thông báo nói rõ giá trị nào sai; xem hub LỆNH --help.',
    'The message names the value; see hub COMMAND --help.',
  ],
  INVALID_SETTING: ['Một thiết lập của tiến trình thiếu hoặc sai.', ...SETTINGS],
  WORKER_FAILED: ['Không khởi động được một tiến trình của cổng.', ...REGISTRAR],
  DATA_REFUSED: [
    'Tệp dữ liệu sai quy tắc; không ghi gì.',
    'Sửa mục được nêu rồi nạp lại.',
    'Put the named entry right and load again.',
  ],
  DATABASE_FAILED: ['Không tạo hoặc không khởi động được máy chủ cơ sở dữ liệu.', ...REGISTRAR],
  ALREADY_RUNNING: [
    'Một hệ thống khác đang dùng thư mục dữ liệu này.',
    'Dừng hệ thống kia, hoặc đặt DATA_DIR khác.',
    'Stop the other one, or set another DATA_DIR.',
  ],
  GRANULARITY_NOT_AVAILABLE: [
    'Số liệu không được công bố ở địa bàn nhỏ hoặc kỳ ngắn như vậy.',
    'Hỏi ở địa bàn lớn hơn hoặc kỳ dài hơn.',
    'Ask for a larger area or a longer time.',
  ],
  NOT_FOUND: [
    'Không có bản ghi, phiên bản, kênh hay mã như vậy.',
    'Kiểm tra tên; hub status và hub history liệt kê những gì có.',
    'Check the name; hub status and hub history list what there is.',
  ],
  INVALID_TRANSITION: ['Trạng thái hiện tại không cho phép bước này.', ...READ_AGAIN],
  GUARD_FAILED: [
    'Một điều kiện của bước, hoặc một quy tắc dữ liệu, không được thoả.',
    'Quy tắc được nêu trong rule.',
    'The rule is named in rule.',
  ],
  SEPARATION_OF_DUTIES: [
    'Người đã làm một phần của thủ tục không được làm phần này.',
    'Người khác phải làm bước này.',
    'Somebody else has to take this step.',
  ],
  FORBIDDEN_SCOPE: [
    'Bản ghi hoặc công việc nằm ngoài vai trò hay tổ chức của người gọi.',
    'Người có thẩm quyền phải làm.',
    'Somebody with the office has to do it.',
  ],
  COMBINATION_NOT_ALLOWED: [
    'Các số liệu này không được đặt cạnh nhau cho cùng một nơi.',
    'Hỏi riêng, hoặc ở cấp toàn quốc.',
    'Ask for them apart, or for the nation.',
  ],
  STATE_SECRET_NOT_ADMISSIBLE: [
    'Tài liệu mang dấu mật không được đưa vào.',
    'Không gửi tài liệu đó vào hệ thống.',
    'Do not send it to the hub.',
  ],
  STALE_VERSION: ['Bản ghi đã đổi kể từ phiên bản đã đọc.', ...READ_AGAIN],
  IDEMPOTENCY_KEY_REUSED: [
    'Khoá idempotency đã dùng cho yêu cầu khác.',
    'Dùng khoá mới cho yêu cầu mới.',
    'Use a new key for a new request.',
  ],
  QUERY_TOO_COMPLEX: ['Truy vấn sâu, dài hoặc tốn kém hơn mức cho phép.', ...SMALLER],
  BODY_TOO_LARGE: ['Thân yêu cầu lớn hơn mức được đọc.', ...SMALLER],
  DOCUMENT_NOT_TRUSTED: [
    'Chỉ truy vấn đã đăng ký mới được trả lời.',
    'Hãy đăng ký truy vấn với đơn vị vận hành.',
    'Have the operation registered by the operator.',
  ],
  DOCUMENT_MISMATCH: [
    'Văn bản truy vấn không khớp với mã kèm theo.',
    'Gửi đúng văn bản của mã đó.',
    'Send the text that belongs to the id.',
  ],
  PERSISTED_QUERY_NOT_FOUND: [
    'Không biết truy vấn nào dưới mã này.',
    'Gửi toàn văn một lần.',
    'Send its text once.',
  ],
  INTROSPECTION_REFUSED: [
    'Người gọi không được hỏi lược đồ.',
    'Đọc schema/sdl/api.graphql.',
    'Read schema/sdl/api.graphql.',
  ],
  RATE_LIMITED: ['Đã hỏi hết mức cho phép trong một phút.', ...ASK_AGAIN],
  UNAUTHENTICATED: [
    'Thiếu mã xác thực, hoặc mã không được chấp nhận; reason nói vì sao.',
    'Sổ đăng ký phải biết khoá (hub keys add), và đồng hồ máy phải đúng.',
    'The registry has to know the key (hub keys add), and the clock has to be right.',
  ],
  REVOCATION_FAILED: ['Không thu hồi được mã; cổng có thể vẫn chấp nhận nó.', ...REGISTRAR],
  AUTHENTICATION_UNAVAILABLE: ['Hiện không lấy được khoá để kiểm tra mã.', ...ASK_AGAIN],
  UNAUTHORIZED_FIELD_OR_TYPE: [
    'Người gọi không có quyền với một phần của truy vấn.',
    'Xin quyền, hoặc bỏ phần đó.',
    'Ask for the right, or leave that part out.',
  ],
  UNPLANNABLE: [
    'Lược đồ cho phép, nhưng không có đường nào qua các cơ quan trả lời hết truy vấn.',
    ...REGISTRAR,
  ],
  PLAN_TIMEOUT: ['Truy vấn quá rắc rối: không tìm được đường trong thời hạn.', ...SMALLER],
  PLANNER_BUSY: ['Quá nhiều truy vấn đang chờ lập kế hoạch.', ...ASK_AGAIN],
  TOO_MANY_STREAMS: ['Đã mở hết số luồng cho phép.', ...ASK_AGAIN],
  STREAM_ENDED: ['Luồng kết thúc sớm, lý do được nêu.', 'Đăng ký lại.', 'Subscribe again.'],
  SUBGRAPH_UNAVAILABLE: ['Cơ quan chủ quản phần này không trả lời.', ...ASK_AGAIN],
  SUBGRAPH_FAILED: [
    'Cơ quan chủ quản phần này trả lời bị lỗi.',
    'Hãy báo cơ quan được nêu, kèm mã yêu cầu.',
    'Tell the named agency, with the request id.',
  ],
  INVALID_STATEMENT: [
    'Sổ đăng ký không đọc được phát biểu đã ký, hoặc văn bản kèm theo thiếu hay khác.',
    'Dùng hub của cùng phiên bản; giá trị sai được nêu trong thông báo.',
    'Use the hub of the same version; the message names what is wrong.',
  ],
  UNTRUSTED_STATEMENT: [
    'Chữ ký không do khoá đang có hiệu lực tạo ra.',
    'Xem hub keys list; khoá hết hạn hay bị thu hồi phải được thay.',
    'See hub keys list; a key that ended or was revoked has to be replaced.',
  ],
  NOT_YOURS: [
    'Khoá này không được nói điều đó; agency cho biết ai được.',
    'Cơ quan được nêu phải làm, hoặc chấp thuận bằng hub approve.',
    'The named agency has to do it, or to allow it by hub approve.',
  ],
  CHECK_FAILED: [
    'SDL đề nghị phạm quy tắc của đồ thị; báo cáo nêu từng điều và chủ quản.',
    'Sửa từng lỗi trong báo cáo; hub check cho xem trước.',
    'Put each error of the report right; hub check shows it beforehand.',
  ],
  STALE_BASE: [
    'Đã có phiên bản khác kể từ bản dùng để sửa hoặc để quyết định.',
    'Lấy bản mới (hub history), sửa hoặc xem trên đó, rồi phát hành lại hoặc quyết định lại.',
    'Take the newer one (hub history), make the change or look at it there, and publish again or decide again.',
  ],
  ALREADY_DONE: ['Điều phát biểu nói đã có hiệu lực.', 'Không cần làm gì.', 'Nothing needs to be done.'],
  TRY_AGAIN: [
    'Sổ đăng ký hiện không quyết định được hoặc không liên lạc được; không ghi gì.',
    'Gửi lại đúng lệnh ấy; cổng vẫn phục vụ bản đang có.',
    'Send the same again; gateways serve on what they have.',
  ],
  RELEASE_REFUSED: [
    'Bản phát hành hoặc tệp xuất không phải điều đã được ký; reason nói vì sao.',
    'Không dùng nó; lấy lại từ nguồn, và báo đơn vị vận hành nếu lặp lại.',
    'Do not use it; get it again from its source, and tell the operator when it happens again.',
  ],
  INTERNAL: ['Hệ thống gặp lỗi; mã yêu cầu dẫn tới nhật ký.', ...REGISTRAR],
};
