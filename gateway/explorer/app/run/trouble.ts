import { text, type Text } from '../../../../schema/contract/text.js';
import type { Answer, SeenError } from './answer.js';

/** How a run can fail without a word of the graph. */
const KINDS = {
  timeout: text(
    'Đã 60 giây không nhận được gì từ hệ thống. Hãy thử lại, hoặc hỏi ít hơn trong một lần.',
    'Nothing came from the hub for 60 seconds. Try again, or ask for less at a time.',
  ),
  network: text(
    'Không kết nối được với hệ thống. Hãy kiểm tra mạng rồi thử lại.',
    'The hub could not be reached. Check the network, then try again.',
  ),
  cut: text(
    'Mất kết nối khi chưa nhận hết trả lời. Phần đã nhận vẫn ở dưới đây; hãy chạy lại.',
    'The connection was lost before the answer was complete. What has come stays below; run it again.',
  ),
  unreadable: text(
    'Trả lời không đọc được: không phải JSON của đồ thị.',
    'The answer cannot be read: it is not JSON of the graph.',
  ),
  header: text(
    'Chưa gửi: một tiêu đề yêu cầu có tên hoặc giá trị không hợp lệ.',
    'Not sent: the name or value of a request header is not valid.',
  ),
} as const satisfies Readonly<Record<string, Text>>;

/** What a status says to people; the graph's own words, if there are any, follow. Source: RFC 9110 section 15. */
const STATUSES: ReadonlyMap<number, Text> = new Map([
  [
    401,
    text(
      'Không được chấp nhận (401): hãy xem lại mã xác thực ở tiêu đề authorization.',
      'Not accepted (401): check the token in the header authorization.',
    ),
  ],
  [403, text('Không được phép (403).', 'Not allowed (403).')],
  [
    413,
    text(
      'Truy vấn cùng các biến quá lớn (413): hãy rút gọn rồi gửi lại.',
      'The query with its variables is too large (413): shorten it, then send it again.',
    ),
  ],
  [
    429,
    text('Đã hỏi quá nhiều trong một thời gian ngắn (429).', 'Too much was asked within a short time (429).'),
  ],
  [502, text('Hệ thống chưa trả lời được (502).', 'The hub cannot answer (502).')],
  [503, text('Hệ thống đang bận hoặc tạm nghỉ (503).', 'The hub is busy or away for the moment (503).')],
  [504, text('Hệ thống trả lời quá chậm (504).', 'The hub answers too slowly (504).')],
]);

/** Something that people should be told of a run, in both languages. */
export interface Problem {
  readonly text: Text;
  /** Leads the operator to the log; `null` where no answer named one. */
  readonly requestId: string | null;
}

/** A run that fails without a word of the graph. */
export class Trouble extends Error {
  constructor(readonly kind: keyof typeof KINDS) {
    super(KINDS[kind].en);
    this.name = 'Trouble';
  }
}

/** The words for a run that failed without any of the graph. */
export function problemOf({ kind }: Trouble, requestId: string | null): Problem {
  return { text: KINDS[kind], requestId };
}

/** What is known of an answer beside its body. */
export interface Head {
  readonly status: number;
  readonly requestId: string | null;
  /** Unit: seconds; `null` where the answer names no time. */
  readonly retryAfter: number | null;
}

/** What people should be told of an answer that is a refusal or holds errors: its first one. `null` for a good one. */
export function problemIn(answer: Answer, head: Head): Problem | null {
  const [first] = answer.errors ?? [];
  const isRefused = head.status >= 400;
  if (!isRefused && first === undefined) return null;
  const id = first?.extensions?.['requestId'];
  const requestId = typeof id === 'string' ? id : head.requestId;
  return {
    text: together(isRefused ? statusText(head.status) : null, first ? wordsOf(first) : waitFor(head)),
    requestId,
  };
}

function statusText(status: number): Text {
  return (
    STATUSES.get(status) ??
    text(`Hệ thống không nhận yêu cầu (${status}).`, `The hub did not take the request (${status}).`)
  );
}

/** The graph's own words; other servers have them in one language. */
function wordsOf({ message, extensions }: SeenError): Text {
  const messageVi = extensions?.['messageVi'];
  return { vi: typeof messageVi === 'string' ? messageVi : message, en: message };
}

function waitFor({ retryAfter }: Head): Text | null {
  return retryAfter === null
    ? null
    : text(`Hãy thử lại sau ${retryAfter} giây.`, `Try again in ${retryAfter} seconds.`);
}

function together(first: Text | null, second: Text | null): Text {
  const texts = [first, second].filter((each) => each !== null);
  return { vi: texts.map(({ vi }) => vi).join(' '), en: texts.map(({ en }) => en).join(' ') };
}

/** A problem in the form of the graph's errors, for the pane that shows JSON. */
export function asError({ text: { vi, en }, requestId }: Problem): SeenError {
  return { message: en, extensions: { messageVi: vi, ...(requestId && { requestId }) } };
}
