import { text, type Text } from '../../../schema/contract/text.js';

/** Every wording of the sandbox's own controls. */
export const WORDS = {
  subtitle: text('Trang thử truy vấn', 'Query sandbox'),
  language: text('Ngôn ngữ', 'Language'),
  views: text('Các phần của trang', 'Parts of the page'),
  examples: text('Câu hỏi mẫu', 'Examples'),
  query: text('Truy vấn', 'Query'),
  result: text('Kết quả', 'Result'),
  docs: text('Tài liệu', 'Docs'),
  skipToExamples: text('Đến câu hỏi mẫu', 'Skip to examples'),
  skipToQuery: text('Đến ô truy vấn', 'Skip to query'),
  skipToResult: text('Đến kết quả', 'Skip to result'),
  examplesHint: text('Chọn một câu hỏi để chạy ngay.', 'Choose a question to run it at once.'),
  examplesLoading: text('Đang tải câu hỏi mẫu…', 'Loading examples…'),
  examplesNone: text('Đồ thị này không có câu hỏi mẫu.', 'This graph comes without examples.'),
  examplesFailed: text(
    'Không tải được câu hỏi mẫu. Bạn vẫn có thể tự viết truy vấn.',
    'The examples could not be loaded. You can still write a query.',
  ),
  run: text('Chạy', 'Run'),
  runTitle: text('Chạy truy vấn (Ctrl + Enter)', 'Run the query (Ctrl + Enter)'),
  operation: text('Thao tác sẽ chạy', 'Operation to run'),
  prettify: text('Sắp gọn', 'Tidy'),
  prettifyTitle: text('Sắp gọn truy vấn (Shift + Ctrl + P)', 'Tidy the query (Shift + Ctrl + P)'),
  copy: text('Chép', 'Copy'),
  copyTitle: text('Chép truy vấn (Shift + Ctrl + C)', 'Copy the query (Shift + Ctrl + C)'),
  copied: text('Đã chép', 'Copied'),
  variables: text('Biến', 'Variables'),
  requestHeaders: text('Tiêu đề yêu cầu', 'Request headers'),
  queryTools: text('Biến và tiêu đề yêu cầu', 'Variables and request headers'),
  queryEditor: text(
    'Ô soạn truy vấn. Nhấn Enter để soạn, Tab để sang phần tiếp theo.',
    'Query editor. Press Enter to edit, Tab to go on.',
  ),
  variablesEditor: text('Ô soạn biến, dạng JSON', 'Variables editor, JSON'),
  headersEditor: text('Ô soạn tiêu đề yêu cầu, dạng JSON', 'Request headers editor, JSON'),
  resultEditor: text('Kết quả dạng JSON, chỉ đọc', 'Result in JSON, read only'),
  editorLoading: text('Đang tải trình soạn thảo…', 'Loading the editor…'),
  searchDocs: text('Tìm trong tài liệu', 'Search the docs'),
  back: text('Quay lại', 'Back'),
  reload: text('Đọc lại lược đồ', 'Reload schema'),
  running: text('Đang chạy…', 'Running…'),
  unsent: text('Chưa gửi: biến hoặc tiêu đề sai', 'Not sent: variables or headers are wrong'),
  resultHint: text('Kết quả sẽ hiện ở đây.', 'The result appears here.'),
  welcome: text(
    '# Chọn một câu hỏi mẫu, hoặc viết truy vấn của bạn ở đây.\n# Ctrl + dấu cách: gợi ý · Ctrl + Enter: chạy\n\n{\n  __typename\n}\n',
    '# Choose an example, or write your own query here.\n# Ctrl + space: suggestions · Ctrl + Enter: run\n\n{\n  __typename\n}\n',
  ),
} as const satisfies Readonly<Record<string, Text>>;

/** What a finished run says of itself. `milliseconds` is the time until the whole answer was read. */
export function outcomeOf(milliseconds: number, errorCount: number): Text {
  const time = text(`${milliseconds} ms`, `${milliseconds} ms`);
  if (errorCount === 0) return text(`Đã trả lời · ${time.vi}`, `Answered · ${time.en}`);
  const plural = errorCount === 1 ? 'error' : 'errors';
  return text(`Có ${errorCount} lỗi · ${time.vi}`, `${errorCount} ${plural} · ${time.en}`);
}

/** Why no answer came at all. */
export const FAILURES = {
  timeout: text('Quá 60 giây mà chưa có trả lời.', 'No answer within 60 seconds.'),
  network: text('Không kết nối được với hệ thống.', 'The hub could not be reached.'),
  unreadable: text('Trả lời không phải là JSON.', 'The answer is not JSON.'),
} as const satisfies Readonly<Record<string, Text>>;
