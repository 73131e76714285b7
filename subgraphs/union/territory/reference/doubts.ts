import { writtenFlag } from '../../../shared/database/written.js';
import type { DataQualityFlag } from '../../../shared/values/data-quality-flag.js';

/** Where the sources of the lists disagree, by the record that the doubt is about. */
const DOUBTS: Readonly<Record<string, readonly DataQualityFlag[]>> = {
  '2025-23938': [
    writtenFlag.parse({
      code: 'UNIT_CODE_DISPUTED',
      severity: 'WARNING',
      messageVi:
        'Danh mục mới ghi mã 23737, vốn là mã của xã Ia Mơ Nông; xã Ia Mơ không sắp xếp nên giữ mã 23938.',
      messageEn:
        'The new list says code 23737, which was that of Ia Mơ Nông; Ia Mơ was not rearranged and keeps 23938.',
      readings: [{ value: '23938' }, { value: '23737', source: 'territory-lists' }],
    }),
  ],
  'before-2025-682': [
    writtenFlag.parse({
      code: 'UNIT_NAME_DISPUTED',
      severity: 'WARNING',
      messageVi:
        'Bảng chuyển đổi ghi huyện Đạ Tẻh; huyện hợp nhất từ Đạ Huoai, Đạ Tẻh và Cát Tiên có tên Đạ Huoai.',
      messageEn:
        'The mapping says Đạ Tẻh; the district merged from Đạ Huoai, Đạ Tẻh and Cát Tiên is called Đạ Huoai.',
      readings: [{ value: 'Huyện Đạ Huoai' }, { value: 'Huyện Đạ Tẻh', source: 'territory-lists' }],
    }),
  ],
};

/** The doubts about a record of the lists. */
export function doubtsOf(record: string): readonly DataQualityFlag[] {
  return DOUBTS[record] ?? [];
}
