import { text, type Text } from '../../../schema/contract/text.js';
import { isGiven, isStorable, type Maybe } from '../reading/asked.js';
import { Refusal, UserErrorCode } from './refusal.js';
import type { z } from 'zod';

/** A mistake in one field of the input; `told` says what would be right. */
export function misgiven(field: string, told: Text): Refusal {
  return new Refusal(UserErrorCode.INVALID_INPUT, told, { field });
}

/** How the texts of an agency's inputs are taken: in NFC, without spaces around them, up to the agency's length. */
export interface GivenTexts {
  /** The text of a field. @throws Refusal INVALID_INPUT when it is empty or too long */
  readonly givenText: (written: string, field: string) => string;
  /** As `givenText`, of a field that may be left out. @throws Refusal INVALID_INPUT */
  readonly maybeGivenText: (written: Maybe<string>, field: string) => string | null;
}

/** How texts of at most so many characters are taken. */
export function textsUpTo(longest: number): GivenTexts {
  const told = text(
    `Cần từ 1 đến ${longest} ký tự, không có ký tự NUL.`,
    `1 to ${longest} characters are needed, none of them NUL.`,
  );
  const givenText = (written: string, field: string): string => {
    const trimmed = written.normalize('NFC').trim();
    if (trimmed !== '' && trimmed.length <= longest && isStorable(trimmed)) return trimmed;
    throw misgiven(field, told);
  };
  return {
    givenText,
    maybeGivenText: (written, field) => (isGiven(written) ? givenText(written, field) : null),
  };
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
