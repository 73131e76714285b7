import { text, type Text } from '../../schema/contract/text.js';
import { share, type Slice, type Sums } from './sums.js';

/** Why a release is left. */
export interface Regress {
  readonly code: 'ERRORS_ROSE' | 'LATENCY_ROSE';
  readonly text: Text;
}

/** Runs without which nothing is found. Unit: runs. */
export const MIN_RUNS = 100;
/** By how much the share of failures may rise. Source: docs/decisions/0012-launch.md. */
const MAX_RISE = 0.02;
/** Shares of runs beyond the doubled times at which these times have doubled. */
const TAIL = 0.01;
const MEDIAN = 0.5;
/** Standard deviations beyond which it is no accident. */
const SIGNIFICANT = 3;

/** A way in which a release can be worse. */
export interface Kind {
  readonly isBad: (sums: Sums) => boolean;
  readonly told: (sums: Sums) => Regress;
}

/** More runs fail. */
export const ERRORS: Kind = {
  isBad: ({ runs, failures, expected }) =>
    failures - expected > MAX_RISE * runs && isBeyond(failures, expected),
  told: ({ runs, failures, expected }) => ({
    code: 'ERRORS_ROSE',
    text: text(
      `Tỷ lệ lỗi của hệ thống và các cơ quan tăng từ ${percent(expected, runs)} lên ${percent(failures, runs)} trong ${runs} lượt.`,
      `The share of failures of the hub and the agencies rose from ${percent(expected, runs)} to ${percent(failures, runs)} in ${runs} runs.`,
    ),
  }),
};

const TAILS: Kind = {
  isBad: ({ rated, slow }) => slow > TAIL * rated && isBeyond(slow, TAIL * rated),
  told: (sums) => slowed(sums.slow, sums.rated, '99 %'),
};

const MEDIANS: Kind = {
  isBad: ({ rated, slower }) => slower > MEDIAN * rated && isBeyond(slower, MEDIAN * rated),
  told: (sums) => slowed(sums.slower, sums.rated, '50 %'),
};

/** All ways, the gravest first. */
export const KINDS = [ERRORS, TAILS, MEDIANS] as const;

function slowed(slow: number, rated: number, within: string): Regress {
  return {
    code: 'LATENCY_ROSE',
    text: text(
      `${percent(slow, rated)} trong ${rated} lượt lâu hơn gấp đôi thời gian mà trước đó ${within} lượt của cùng thao tác không vượt quá.`,
      `${percent(slow, rated)} of ${rated} runs took more than twice the time within which ${within} of the same operation's runs stayed before.`,
    ),
  };
}

/** Whether it is so most of the time, each stretch taken for itself. */
export function isLasting(slices: readonly Slice[], isBad: Kind['isBad']): boolean {
  return slices.filter((each) => isRoughly(each, isBad)).length > slices.length / 2;
}

/** A short stretch proves nothing, so that it only has to point the same way. */
function isRoughly(slice: Slice, isBad: Kind['isBad']): boolean {
  return isBad(scaled(slice, SIGNIFICANT ** 2));
}

function scaled(slice: Slice, by: number): Sums {
  const { runs, failures, expected, rated, slow, slower } = slice;
  return {
    runs: runs * by,
    failures: failures * by,
    expected: expected * by,
    rated: rated * by,
    slow: slow * by,
    slower: slower * by,
  };
}

function isBeyond(found: number, expected: number): boolean {
  return found - expected >= SIGNIFICANT * Math.sqrt(Math.max(expected, 1));
}

function percent(part: number, whole: number): string {
  return `${rounded(100 * share(part, whole))} %`;
}

/** To two digits after the point. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
