import { text } from '../../../contract/text.js';
import type { Explanation } from './explanations.js';

const HOSTILE = text(
  'Một SDL quá lớn chiếm chỗ của các cơ quan khác trước khi ai kịp xem nó.',
  'An SDL that is too large takes the room of other agencies before anybody has looked at it.',
);
const SMALLER = text(
  'Chia nhỏ hoặc bỏ bớt; hub check nêu giới hạn.',
  'Split it, or leave something out; hub check names the limit.',
);
const LETTERS = text(
  'Người duyệt phải thấy đúng điều máy đọc.',
  'Whoever approves has to see what the machine reads.',
);
const PLAIN = text(
  'Viết tên bằng chữ La-tinh thường, mô tả bằng chữ nhìn thấy được.',
  'Write names in plain Latin letters, descriptions in letters that are seen.',
);

/** What is said of findings of which no table of the checks speaks. */
export const OTHER_FINDINGS: Readonly<Record<string, Explanation>> = {
  SDL_TOO_LARGE: {
    what: text('SDL lớn hơn mức cho phép.', 'The SDL is larger than allowed.'),
    why: HOSTILE,
    right: SMALLER,
  },
  SDL_TOO_LONG: {
    what: text('SDL có quá nhiều ký hiệu.', 'The SDL has too many tokens.'),
    why: HOSTILE,
    right: SMALLER,
  },
  SDL_TOO_MANY_TYPES: {
    what: text('SDL có quá nhiều kiểu.', 'The SDL has too many types.'),
    why: HOSTILE,
    right: SMALLER,
  },
  SDL_TOO_DEEP: {
    what: text('SDL lồng nhau quá sâu.', 'The SDL is nested too deeply.'),
    why: HOSTILE,
    right: SMALLER,
  },
  DESCRIPTION_TOO_LARGE: {
    what: text('Một mô tả quá dài.', 'A description is too long.'),
    why: HOSTILE,
    right: SMALLER,
  },
  DEFAULT_TOO_LARGE: {
    what: text('Một giá trị mặc định quá dài.', 'A default value is too long.'),
    why: HOSTILE,
    right: SMALLER,
  },
  CHECK_TOOK_TOO_LONG: {
    what: text('Kiểm tra vượt thời hạn và bị cắt.', 'The check took too long and was cut off.'),
    why: HOSTILE,
    right: SMALLER,
  },
  CHECK_TOOK_TOO_MUCH_MEMORY: {
    what: text('Kiểm tra vượt bộ nhớ và bị cắt.', 'The check took too much memory and was cut off.'),
    why: HOSTILE,
    right: SMALLER,
  },
  INVALID_GRAPHQL: {
    what: text('SDL sai cú pháp GraphQL.', 'The SDL is no GraphQL.'),
    right: text('Sửa ở dòng được nêu.', 'Put it right at the line that is named.'),
  },
  UNSEEN_LETTERS: {
    what: text(
      'Có ký tự không nhìn thấy hoặc đổi chiều chữ.',
      'There are letters that are not seen, or that turn the direction of writing.',
    ),
    why: LETTERS,
    right: PLAIN,
  },
  CONFUSABLE_TEXT: {
    what: text('Một từ trộn chữ của nhiều hệ chữ.', 'A word mixes letters of several scripts.'),
    why: LETTERS,
    right: PLAIN,
  },
  RESERVED_NAME: {
    what: text('Tên có "__", dành cho đặc tả.', 'A name has "__", which is kept for specifications.'),
    why: text(
      'Kiểu của đặc tả không thuộc cơ quan nào, nên không ai được ẩn kiểu của mình dưới tên như vậy.',
      'What belongs to a specification belongs to no agency, so nobody may hide a type under such a name.',
    ),
    right: text('Đặt tên không có "__".', 'Choose a name without "__".'),
  },
  CONFUSABLE_NAME: {
    what: text('Tên trông giống tên của chủ quản khác.', 'A name looks like one of another agency.'),
    why: LETTERS,
    right: text('Đặt tên khác hẳn.', 'Give it a name that is plainly another.'),
  },
  MARKUP_IN_DESCRIPTION: {
    what: text('Mô tả có HTML hoặc liên kết chạy mã.', 'A description holds HTML, or a link that runs code.'),
    why: LETTERS,
    right: text('Viết chữ thường.', 'Write plain words.'),
  },
  SUBGRAPH_NOT_YOURS: {
    what: text(
      'Phân hệ thuộc cơ quan khác theo luật sở hữu.',
      'By the law of ownership the subgraph is another agency’s.',
    ),
    right: text(
      'Dùng tên phân hệ của mình, hoặc đề nghị đơn vị vận hành ghi vào ownership.yaml.',
      'Use a subgraph of your own, or have the operator write it into ownership.yaml.',
    ),
  },
  ADDRESS_NOT_ALLOWED: {
    what: text(
      'Địa chỉ phân hệ không có trong danh sách của cơ quan.',
      'The address of the subgraph is not on the agency’s list.',
    ),
    why: text('Cổng chỉ gọi những máy mà luật nêu tên.', 'A gateway calls only machines that the law names.'),
    right: text(
      'Đề nghị đơn vị vận hành thêm đúng scheme, máy và cổng vào ownership.yaml.',
      'Have the operator add the exact scheme, host and port to ownership.yaml.',
    ),
  },
  NOT_IN_LAW_YET: {
    what: text(
      'Luật sở hữu chưa có cơ quan, phân hệ hoặc địa chỉ này.',
      'The law of ownership does not know this agency, subgraph or address yet.',
    ),
    why: text(
      'Không ai phát hành được trước khi luật nêu tên họ.',
      'Nobody publishes before the law names it.',
    ),
    right: text(
      'Gửi đơn vị vận hành các dòng mà hub init và hub check --offline in ra.',
      'Send the operator the lines that hub init and hub check --offline print.',
    ),
  },
  APPROVAL_MISSING: {
    what: text(
      'Phần đang phục vụ thiếu chấp thuận: đã hết hạn hoặc bị rút.',
      'What is served lacks an approval: it ended or was withdrawn.',
    ),
    why: text(
      'Nó vẫn phục vụ, nhưng lần phát hành sau bị từ chối.',
      'It is served on, but its next publication is refused.',
    ),
    right: text(
      'Xin chấp thuận lại, hoặc bỏ phần đó.',
      'Ask for the approval again, or leave that part out.',
    ),
  },
};
