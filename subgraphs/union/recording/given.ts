import { text, type Text } from '../../../schema/contract/text.js';
import { isGiven, isStorable, type Maybe } from '../../shared/reading/asked.js';
import { Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { z } from 'zod';

/** Longest name that is taken. Unit: characters. Source: own limit. */
const LONGEST_TEXT = 300;

/** A mistake in one field of the input; `told` says what would be right. */
export function misgiven(field: string, told: Text): Refusal {
  return new Refusal(UserErrorCode.INVALID_INPUT, told, { field });
}

/** The text of a field, without spaces around it. @throws Refusal INVALID_INPUT when it is empty or too long */
export function givenText(written: string, field: string): string {
  const trimmed = written.normalize('NFC').trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_TEXT && isStorable(trimmed)) return trimmed;
  throw misgiven(
    field,
    text(
      `Cần từ 1 đến ${LONGEST_TEXT} ký tự, không có ký tự NUL.`,
      `1 to ${LONGEST_TEXT} characters are needed, none of them NUL.`,
    ),
  );
}

/** As {@link givenText}, of a field that may be left out. @throws Refusal INVALID_INPUT */
export function maybeGivenText(written: Maybe<string>, field: string): string | null {
  return isGiven(written) ? givenText(written, field) : null;
}

/** Where a value stands in the input, and what would be right there. */
interface Place {
  readonly field: string;
  readonly told: Text;
}

/** What a rule reads from a value. @throws Refusal INVALID_INPUT when it breaks the rule */
export function givenBy<Value>(rule: z.ZodType<Value>, written: unknown, { field, told }: Place): Value {
  const result = rule.safeParse(written);
  if (result.success) return result.data;
  throw misgiven(field, told);
}
