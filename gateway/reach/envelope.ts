import type { SubgraphAnswer } from './reach.js';
import { z } from 'zod';

const ERROR = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

const ENVELOPE = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(ERROR).nullish(),
});

/**
 * A GraphQL answer read from the text of an HTTP answer, or `null` when it is none. What belongs to data is not looked
 * at here.
 */
export function answerIn(json: string): SubgraphAnswer | null {
  const envelope = ENVELOPE.safeParse(parsed(json));
  if (!envelope.success) return null;
  const { data, errors } = envelope.data;
  if (!errors?.length && !data) return null;
  return { ...(data !== undefined && { data }), ...(errors?.length && { errors }) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
