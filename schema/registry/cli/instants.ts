import { text } from '../../contract/text.js';
import { wrongUse } from './call.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An instant from a day in Vietnam (`2027-01-01`, from its beginning) or a whole instant. @throws HubError INVALID_INPUT */
export function instantOf(given: string): string {
  const at = new Date(DAY.test(given) ? `${given}T00:00:00+07:00` : given);
  if (Number.isNaN(at.getTime()))
    throw wrongUse(
      text(
        `${given} không phải ngày hay thời điểm; ví dụ 2027-01-01.`,
        `${given} is neither a day nor an instant; for example 2027-01-01.`,
      ),
    );
  return at.toISOString();
}
