import { HubError } from '../../../schema/contract/errors.js';
import { text, type Text } from '../../../schema/contract/text.js';
import { headIn, type Head } from './chain.js';
import { parseArgs } from 'node:util';

/** What the command that checks an audit log was asked. */
export interface AskedCheck {
  /** Name of the subgraph. */
  readonly agency: string;
  /** A head that was noted elsewhere at an earlier time. */
  readonly noted: Head | undefined;
  /** Whether the answer is read by a program. */
  readonly asJson: boolean;
}

const OPTIONS = { head: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

/**
 * What the arguments of the command ask.
 *
 * @throws HubError INVALID_SETTING that says what is wrong with them.
 */
export function askedCheck(args: readonly string[], agencies: readonly string[]): AskedCheck {
  const { positionals, values } = parsed(args, agencies);
  const [agency = ''] = positionals;
  if (positionals.length !== 1 || !agencies.includes(agency)) throw wrongUse(ONE_AGENCY, agencies);
  const noted = values.head === undefined ? undefined : headIn(values.head);
  if (noted === null) throw wrongUse(HEAD_FORM, agencies);
  return { agency, noted, asJson: values.json };
}

function parsed(args: readonly string[], agencies: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    throw wrongUse(UNKNOWN, agencies);
  }
}

const ONE_AGENCY = text('cần đúng một phân hệ', 'exactly one subgraph is needed');
const HEAD_FORM = text(
  '--head cần số thứ tự và mã băm 64 chữ số hex, cách nhau bằng dấu hai chấm',
  '--head needs a position and a digest of 64 hex digits, with a colon between them',
);
const UNKNOWN = text('có tham số lạ hoặc thiếu giá trị', 'one is unknown, or has no value');

function wrongUse({ vi, en }: Text, agencies: readonly string[]): HubError {
  const usage = `npm run audit:verify -- ${agencies.join('|')} [--head POSITION:DIGEST] [--json]`;
  return new HubError(
    'INVALID_SETTING',
    text(`Tham số sai: ${vi}. Cách dùng: ${usage}`, `Wrong arguments: ${en}. Usage: ${usage}`),
    { setting: 'arguments' },
  );
}
