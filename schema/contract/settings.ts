import { HubError } from './errors.js';
import { text, type Text } from './text.js';
import { z } from 'zod';

/** The process environment, or a stand-in for it in tests. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A TCP port; 0 asks the system for a free one. */
export const port = z.coerce.number().int().min(0).max(65_535);

/**
 * Reads settings from environment variables. An empty variable counts as absent.
 *
 * @throws HubError INVALID_SETTING that names the first wrong variable and the rule; the value itself is not repeated.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = String(issue?.path[0]);
  throw new HubError(
    'INVALID_SETTING',
    text(
      `Thiết lập ${name} không hợp lệ: ${ruleIn(issue).vi}; xem docs/settings.md.`,
      `Setting ${name} is wrong: ${ruleIn(issue).en}; see docs/settings.md.`,
    ),
    { setting: name },
  );
}

/** What would be right, in both languages. */
function ruleIn(issue: z.core.$ZodIssue | undefined): Text {
  if (issue?.code === 'too_small') return text(`nhỏ nhất là ${issue.minimum}`, `at least ${issue.minimum}`);
  if (issue?.code === 'too_big') return text(`lớn nhất là ${issue.maximum}`, `at most ${issue.maximum}`);
  if (issue?.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return text(`cần một trong: ${values}`, `one of: ${values}`);
  }
  if (issue?.code === 'invalid_type' && issue.expected === 'string')
    return text('phải được đặt', 'it must be given');
  if (issue?.code === 'invalid_type') return text('cần một số nguyên', 'a whole number is needed');
  if (issue?.code === 'invalid_format') return text('sai dạng', 'it has the wrong form');
  return text('giá trị không được chấp nhận', 'the value is not accepted');
}
