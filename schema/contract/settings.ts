import { HubError } from './errors.js';
import { text } from './text.js';
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
    text(`Thiết lập ${name} không hợp lệ: ${issue?.message}`, `Setting ${name} is wrong: ${issue?.message}`),
    { setting: name },
  );
}
