import { text, type Text } from '../../contract/text.js';
import type { CheckReport } from '../checks/report.js';
import type { CutOffReason } from './check-thread.js';

/** The report of a check that had to be cut off: what takes so much is not let in. */
export function cutOffReport(reason: Exclude<CutOffReason, 'FAILED'>, agency: string): CheckReport {
  const finding = { check: 'LIMITS', severity: 'ERROR', agency, remedy: REMEDY, ...CUT_OFF[reason] } as const;
  return { passed: false, findings: [finding], changes: [], contracts: [], opened: [] };
}

const REMEDY = text(
  'Hãy chia nhỏ hoặc đơn giản hoá lược đồ; nếu cần giới hạn lớn hơn, hãy hỏi đơn vị vận hành.',
  'Make the schema smaller or simpler; ask the operator where it needs larger limits.',
);

const CUT_OFF: Readonly<
  Record<Exclude<CutOffReason, 'FAILED'>, { readonly code: string; readonly message: Text }>
> = {
  TIME: {
    code: 'CHECK_TOOK_TOO_LONG',
    message: text(
      'Kiểm tra lược đồ mất quá nhiều thời gian nên bị cắt.',
      'The check took too long and was cut off.',
    ),
  },
  MEMORY: {
    code: 'CHECK_TOOK_TOO_MUCH_MEMORY',
    message: text(
      'Kiểm tra lược đồ dùng quá nhiều bộ nhớ nên bị cắt.',
      'The check took too much memory and was cut off.',
    ),
  },
};
