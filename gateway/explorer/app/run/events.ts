import type { Answer } from './answer.js';

/** Events that the page keeps; of more, the oldest go. Unit: events. */
export const MAX_EVENTS = 100;
/** How much of one event is kept. Unit: characters. */
const MAX_LENGTH = 20_000;

/** An event of a subscription as the page keeps it. */
export interface SeenEvent {
  /** Its place among all that came, from 1. */
  readonly number: number;
  /** When it came, on the clock of the browser. */
  readonly at: Date;
  readonly json: string;
  readonly errorCount: number;
  /** Whether it was longer than what is kept of it. */
  readonly isCut: boolean;
}

/** The newest events of a subscription. */
export interface KeptEvents {
  readonly list: readonly SeenEvent[];
  /** How many came in all. Unit: events. */
  readonly count: number;
}

/** What is kept before the first event. */
export const NO_EVENTS: KeptEvents = { list: [], count: 0 };

/** What is kept when one more event has come; not its extensions, which say the same of each. */
export function withEvent({ list, count }: KeptEvents, answer: Answer, at: Date): KeptEvents {
  const { extensions: _, ...told } = answer;
  const json = JSON.stringify(told, null, 2);
  const event: SeenEvent = {
    number: count + 1,
    at,
    json: json.slice(0, MAX_LENGTH),
    errorCount: answer.errors?.length ?? 0,
    isCut: json.length > MAX_LENGTH,
  };
  return { list: [...list, event].slice(-MAX_EVENTS), count: count + 1 };
}
