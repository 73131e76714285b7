import type { Versioned } from './a-dispute.js';
import { of } from './a-dispute.js';
import { BAC_NINH } from './an-office.js';

/** Why tests correct. */
export const REASON = 'Nhập nhầm so với biên bản làm việc';

/** What tests read of a claim that is corrected. */
export const SUMS = 'id version kind outcome amount { value } resolvedAmount { value } outstanding { value }';

/** What corrects a case or a claim, as the officer of Bắc Ninh. */
export const corrected = (record: Versioned, more: object, select = 'id version') => ({
  input: { ...of(record), reason: REASON, ...more },
  as: BAC_NINH,
  select,
});
