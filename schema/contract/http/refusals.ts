import { text } from '../text.js';
import type { Refusal } from './answer.js';

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
  encodedBody: {
    status: 415,
    text: text('Nội dung yêu cầu phải gửi không nén.', 'Send the request body uncompressed.'),
  },
  malformedJson: {
    status: 400,
    text: text('Nội dung yêu cầu không phải JSON.', 'The request body is not JSON.'),
  },
} as const satisfies Readonly<Record<string, Refusal>>;
