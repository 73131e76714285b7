import { headText } from './chain.js';
import { faultText } from './fault.js';
import type { Verdict } from './verify.js';
import { z } from 'zod';

/** What was found, as a program reads it. */
export interface Findings {
  readonly agency: string;
  readonly isWhole: boolean;
  /** Entries that fit, from the first on. */
  readonly count: number;
  /** When the first and the last of them were written; `null` where they do not say. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** To be noted elsewhere: `position:digest` of the last of them. */
  readonly head: string;
  readonly fault: {
    readonly kind: string;
    readonly position: number;
    readonly vi: string;
    readonly en: string;
  } | null;
}

/** What was found in the log of an agency. */
export function findingsOf(agency: string, { fault, last, firstEntry, lastEntry }: Verdict): Findings {
  return {
    agency,
    isWhole: fault === null,
    count: last.position,
    firstAt: instantOf(firstEntry),
    lastAt: instantOf(lastEntry),
    head: headText(last),
    fault: fault && { ...fault, ...faultText(fault) },
  };
}

/** What was found, as people read it, in both languages. */
export function toldFindings(findings: Findings): string {
  const { agency, count, firstAt, lastAt, head, fault } = findings;
  const [from, to] = [firstAt ?? '—', lastAt ?? '—'];
  const said = fault
    ? [
        `Nhật ký kiểm toán của ${agency} KHÔNG nguyên vẹn, tại dòng ${fault.position}: ${fault.vi}.`,
        `The audit log of ${agency} is BROKEN at entry ${fault.position}: ${fault.en}.`,
      ]
    : [`Nhật ký kiểm toán của ${agency} nguyên vẹn.`, `The audit log of ${agency} is whole.`];
  return [
    ...said,
    `Số dòng đã khớp · entries that fit: ${count}`,
    `Từ · from: ${from}`,
    `Đến · to:   ${to}`,
    `Đầu chuỗi · head: ${head}`,
    '',
  ].join('\n');
}

const DATED = z.object({ at: z.iso.datetime({ precision: 3 }) });

/** Nothing else of an entry is repeated: whoever could change it chose its text. */
function instantOf(entry: string | null): string | null {
  return entry === null ? null : (DATED.safeParse(JSON.parse(entry)).data?.at ?? null);
}
