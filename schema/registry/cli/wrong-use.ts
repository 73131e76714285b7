import { text, type Text } from '../../contract/text.js';
import type { CommanderError } from 'commander';

/** What the parser did not understand, in both languages: it speaks English alone. */
export function wordsOf({ code, message }: Pick<CommanderError, 'code' | 'message'>): Text {
  const said = message.replace(/^error: /, '');
  const [, named = ''] = /'([^']+)'/.exec(said) ?? [];
  const vi = VIETNAMESE[code]?.(named) ?? `tham số sai: ${said}`;
  return text(
    `Không hiểu lệnh: ${vi}. Xem hub --help.`,
    `The command is not understood: ${plain(said)}. See hub --help.`,
  );
}

function plain(said: string): string {
  return said
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
}

const VIETNAMESE: Readonly<Record<string, (named: string) => string>> = {
  'commander.missingArgument': (named) => `thiếu tham số ${named}`,
  'commander.optionMissingArgument': (named) => `tuỳ chọn ${named} cần một giá trị`,
  'commander.missingMandatoryOptionValue': (named) => `thiếu tuỳ chọn ${named}`,
  'commander.unknownOption': (named) => `không có tuỳ chọn ${named}`,
  'commander.excessArguments': () => 'thừa tham số',
  'commander.unknownCommand': (named) => `không có lệnh ${named}`,
  'commander.invalidArgument': (named) => `giá trị của ${named} không được phép`,
};
