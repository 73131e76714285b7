import { z } from 'zod';

const MESSAGE = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_ack') }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('pong') }),
  z.object({ type: z.literal('next'), id: z.string(), payload: z.looseObject({}) }),
  z.object({ type: z.literal('error'), id: z.string(), payload: z.array(z.unknown()) }),
  z.object({ type: z.literal('complete'), id: z.string() }),
]);

/** A message that a subgraph sends by graphql-transport-ws. */
export type Message = z.infer<typeof MESSAGE>;

/** The message in a text; `null` for what is none. */
export function messageIn(text: string): Message | null {
  const parsed = MESSAGE.safeParse(jsonIn(text));
  return parsed.success ? parsed.data : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
