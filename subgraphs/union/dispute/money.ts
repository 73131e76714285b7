import { text } from '../../../schema/contract/text.js';
import { Comparator, Quantity } from '../../shared/values/quantity.js';
import { givenBy } from '../recording/given.js';
import { z } from 'zod';

/** Most that one claim is about; whole numbers are exact far beyond. Unit: VND. Source: own limit. */
const MOST_VND = 1_000_000_000_000_000;

const VND = z.int().positive().max(MOST_VND);

/** An exact sum of money, as the graph shows it. */
export function dong(value: number): Quantity {
  return Object.assign(new Quantity(), { value, comparator: Comparator.EXACT, unit: 'VND', text: null });
}

/** The sum that a field of the input gives. Unit: VND. @throws Refusal INVALID_INPUT when it is not whole and above 0 */
export function givenDong(written: number, field: string): number {
  const told = text(
    'Số tiền là số nguyên đồng, từ 1 đến 1 triệu tỷ.',
    'A sum of money is a whole number of VND, from 1 to 1,000,000 billion.',
  );
  return givenBy(VND, written, { field, told });
}
