import { MAX_JSON_DEPTH } from './json-depth.js';
import { text, type Text } from '../text.js';
import type { Refusal } from './answer.js';

/** A request that is refused for what it is, found while it was read. */
export class RefusedRequest extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.text.en);
    this.name = 'RefusedRequest';
  }
}

/** Requests that are refused for what they are, before any GraphQL. */
export const REFUSED = {
  unknownPath: {
    status: 404,
    text: text('Không có gì ở địa chỉ này.', 'There is nothing at this address.'),
  },
  readOnlyPath: {
    status: 405,
    text: text('Địa chỉ này chỉ nhận GET và HEAD.', 'This address takes GET and HEAD only.'),
    headers: { allow: 'GET, HEAD' },
  },
  graphqlMethod: {
    status: 405,
    text: text('Địa chỉ này chỉ nhận GET và POST.', 'This address takes GET and POST only.'),
    headers: { allow: 'GET, POST' },
  },
  notAcceptable: {
    status: 406,
    text: text(
      'Câu trả lời chỉ có ở dạng application/json hoặc application/graphql-response+json.',
      'Answers come as application/json or application/graphql-response+json only.',
    ),
    closes: true,
  },
  notJson: {
    status: 415,
    text: text(
      'Nội dung yêu cầu phải là application/json, mã hoá UTF-8.',
      'Send the request body as application/json in UTF-8.',
    ),
    headers: { accept: 'application/json' },
    closes: true,
  },
  encodedBody: {
    status: 415,
    text: text('Nội dung yêu cầu phải gửi không nén.', 'Send the request body uncompressed.'),
    closes: true,
  },
  malformedJson: {
    status: 400,
    text: text('Nội dung yêu cầu không phải JSON.', 'The request body is not JSON.'),
  },
  repeatedName: {
    status: 400,
    text: text(
      'Nội dung yêu cầu nêu một tham số hơn một lần.',
      'The request body gives a parameter more than once.',
    ),
  },
  repeatedHeader: {
    status: 400,
    text: text(
      'Yêu cầu có hơn một tiêu đề Host hoặc Content-Type.',
      'The request has more than one header Host or Content-Type.',
    ),
    closes: true,
  },
  tooDeepJson: {
    status: 400,
    text: text(
      `Nội dung yêu cầu lồng nhau quá ${MAX_JSON_DEPTH} tầng.`,
      `The request body is nested deeper than ${MAX_JSON_DEPTH} levels.`,
    ),
  },
  notOneOperation: {
    status: 400,
    text: text(
      'Nội dung yêu cầu phải là một đối tượng JSON với một thao tác; không nhận nhiều thao tác gộp lại.',
      'The request body must be a JSON object with one operation; operations in a batch are not taken.',
    ),
  },
  emptyBatch: {
    status: 400,
    text: text('Danh sách thao tác gộp không có thao tác nào.', 'The batch holds no operation.'),
  },
  foreignOrigin: {
    status: 403,
    text: text(
      'Trang ở nguồn (origin) này không được phép gọi cổng.',
      'Pages of this origin are not allowed to ask here.',
    ),
  },
  credentialInRequest: {
    status: 400,
    text: text(
      'Mã xác thực chỉ được gửi trong tiêu đề Authorization; không gửi trong địa chỉ hay nội dung yêu cầu.',
      'Send a token in the Authorization header only, never in the address or in the body.',
    ),
  },
  missingQuery: {
    status: 400,
    text: text(
      'Yêu cầu thiếu tham số "query" chứa văn bản GraphQL.',
      'The request lacks the parameter "query" with the text of the operation.',
    ),
  },
} as const satisfies Readonly<Record<string, Refusal>>;

const FORMS: Readonly<Record<'string' | 'map', Text>> = {
  string: text('một chuỗi', 'a string'),
  map: text('một đối tượng JSON', 'a JSON object'),
};

/** The refusal of a parameter that has another form than it should. */
export function wrongParameter(name: string, form: keyof typeof FORMS): Refusal {
  const { vi, en } = FORMS[form];
  return {
    status: 400,
    text: text(`Tham số "${name}" phải là ${vi}.`, `The parameter "${name}" must be ${en}.`),
  };
}

/** The refusal of more operations in one request than are taken. @param max Unit: operations. */
export function largeBatch(max: number): Refusal {
  return {
    status: 400,
    text: text(
      `Một yêu cầu chỉ được gộp tối đa ${max} thao tác.`,
      `A request may hold at most ${max} operations.`,
    ),
  };
}

/** The refusal of a parameter that is given more than once. */
export function repeatedParameter(name: string): Refusal {
  return {
    status: 400,
    text: text(`Tham số "${name}" chỉ được ghi một lần.`, `The parameter "${name}" may be given only once.`),
  };
}
