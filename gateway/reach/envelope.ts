import type { SubgraphAnswer } from './reach.js';
import { z } from 'zod';

const ERRORS = z.array(
  z.object({
    message: z.string(),
    path: orNothing(z.array(z.union([z.string(), z.number()]))),
    extensions: orNothing(z.record(z.string(), z.unknown())),
  }),
);

/** Some servers write `null` for what an error has not. */
function orNothing<Part extends z.ZodType>(part: Part) {
  return part.nullish().transform((given) => given ?? undefined);
}

/**
 * A GraphQL answer read from the text of an HTTP answer, or `null` when it is none. What belongs to data is not looked
 * at here.
 */
export function answerIn(json: string): SubgraphAnswer | null {
  return answerOf(parsed(json));
}

/** The same for what was parsed before. */
export function answerOf(envelope: unknown): SubgraphAnswer | null {
  if (!isRecord(envelope)) return null;
  const { data, errors } = envelope;
  if (data !== undefined && data !== null && !isRecord(data)) return null;
  if (errors === undefined || errors === null) return data ? { data } : null;
  const told = ERRORS.safeParse(errors);
  if (!told.success || (told.data.length === 0 && !data)) return null;
  return { ...(data !== undefined && { data }), ...(told.data.length > 0 && { errors: told.data }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
