import { HubError } from '../../../schema/contract/errors.js';
import { both, text } from '../../../schema/contract/text.js';
import { GraphQLScalarType, Kind } from 'graphql';

/** A calendar day in Vietnam, `YYYY-MM-DD`. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: both(
    'Ngày theo lịch Việt Nam, dạng YYYY-MM-DD',
    'A calendar day in Vietnam, written YYYY-MM-DD.',
  ),
  serialize: readDay,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
});

/** Whether the text is an existing calendar day of the years 0001 to 9999; there is no year 0. */
export function isDay(written: unknown): written is string {
  return typeof written === 'string' && /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(written) && exists(written);
}

/** Today in Vietnam (UTC+7, without daylight saving). */
export function todayInVietnam(now = Date.now()): string {
  return new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);
}

function exists(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

function readDay(written: unknown): string {
  if (isDay(written)) return written;
  throw new HubError(
    'INVALID_DATE',
    text(
      'Ngày không hợp lệ: viết dạng YYYY-MM-DD, ví dụ 2024-03-31.',
      'Not a calendar day: write YYYY-MM-DD, such as 2024-03-31.',
    ),
  );
}
