import { text, type Text } from '../../../schema/contract/text.js';

/** What can be wrong with a chain, by kind. */
const FAULTS = {
  ALTERED: text(
    'nội dung không khớp với chuỗi: dòng này đã bị sửa, bị đổi chỗ hoặc được chèn vào',
    'it does not fit the chain: the entry was changed, moved or put in',
  ),
  MISSING: text(
    'dòng này đã bị xoá, trong khi các dòng sau vẫn còn',
    'the entry was removed, and later ones are there',
  ),
  ADDED: text(
    'dòng này không do hệ thống ghi: nó nằm ngoài chuỗi',
    'the hub did not write the entry: it lies outside of the chain',
  ),
  CUT: text(
    'nhật ký kết thúc trước dòng này, dù hệ thống đã ghi nó: phần cuối đã bị xoá',
    'the log ends before the entry, though the hub wrote it: the end was removed',
  ),
  HEAD_CHANGED: text(
    'mã băm của dòng cuối khác mã hệ thống đã giữ lại',
    'the digest of the last entry is another than the hub kept',
  ),
  NOT_AS_NOTED: text(
    'mã băm khác mã đã ghi chú bên ngoài: nhật ký đã bị viết lại ở dòng này hoặc trước đó',
    'the digest is another than the one noted: the log was rewritten here or before',
  ),
  NOTED_GONE: text(
    'nhật ký kết thúc trước dòng đã ghi chú bên ngoài: phần cuối đã bị xoá, hoặc một bản sao lưu cũ đã được khôi phục',
    'the log ends before the entry that was noted: the end was removed, or an older backup restored',
  ),
} as const;

/** One of {@link FAULTS}. */
export type FaultKind = keyof typeof FAULTS;

/** The first thing that is wrong with a chain. */
export interface Fault {
  readonly kind: FaultKind;
  /** Of the first entry that is not as it was written. */
  readonly position: number;
}

/** What a fault is, in words. */
export function faultText({ kind }: Fault): Text {
  return FAULTS[kind];
}
