import { text } from '../../contract/text.js';

/** What the groups of commands are for. */
export const GROUPS: Readonly<Record<string, ReturnType<typeof text>>> = {
  channel: text('các kênh và nơi chúng trỏ tới', 'the channels, and where they point'),
  keys: text('khoá của cơ quan, cổng và đơn vị vận hành', 'keys of agencies, gateways and operators'),
  law: text('luật sở hữu của đồ thị', 'the law of ownership of the graph'),
};

/** The words of help. */
export const TITLES = {
  hub: text(
    'Liên thông: mỗi cơ quan tự phát triển, kiểm tra và phát hành phần đồ thị của mình.',
    'Liên thông: every agency develops, checks and publishes its own part of the graph.',
  ),
  more: text(
    'hub LỆNH --help cho ví dụ; hub explain MÃ giải thích một mã; hướng dẫn: docs/agency-guide.md.',
    'hub COMMAND --help shows examples; hub explain CODE explains a code; the guide: docs/agency-guide.md.',
  ),
  examples: text('Ví dụ:', 'Examples:'),
  sections: {
    'Usage:': text('Cách dùng:', 'Usage:'),
    'Options:': text('Tuỳ chọn:', 'Options:'),
    'Arguments:': text('Tham số:', 'Arguments:'),
    'Commands:': text('Lệnh:', 'Commands:'),
  },
} as const;
