import { text } from '../../contract/text.js';
import type { CommandOption } from './command.js';

/** What every command may be told. */
export const COMMON: readonly CommandOption[] = [
  {
    name: 'format',
    value: 'text|json',
    choices: ['text', 'json'],
    summary: text('text cho người đọc, json cho chương trình', 'text for people, json for programs'),
  },
  {
    name: 'lang',
    value: 'vi|en',
    choices: ['vi', 'en'],
    summary: text('ngôn ngữ trả lời', 'the language of the answer'),
  },
  { name: 'no-color', summary: text('không dùng màu', 'no colours') },
];
