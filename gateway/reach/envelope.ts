import type { SubgraphAnswer } from './reach.js';
import { z } from 'zod';

/** Errors of one answer that are passed on; a subgraph that sends more is cut short. Unit: errors. */
const MAX_ERRORS = 200;

const ERROR = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

const ENVELOPE = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.unknown()).nullish(),
});

/**
 * A GraphQL answer read from the text of an HTTP answer, or `null` when it is none. What belongs to data is not looked
 * at here.
 */
export function answerIn(json: string): SubgraphAnswer | null {
  const envelope = ENVELOPE.safeParse(parsed(json));
  if (!envelope.success) return null;
  const { data, errors } = envelope.data;
  const told = z.array(ERROR).safeParse(errors?.slice(0, MAX_ERRORS) ?? []);
  if (!told.success || (told.data.length === 0 && !data)) return null;
  return { ...(data !== undefined && { data }), ...(told.data.length > 0 && { errors: told.data }) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
