import type { Answer, Piece } from './answer.js';
import { NO_EVENTS, withEvent, type KeptEvents } from './events.js';
import { withPart } from './merge.js';
import { problemIn, type Head, type Problem } from './trouble.js';

/** One operation that was sent, and what has come of it. */
export interface Run {
  readonly query: string;
  readonly phase: 'running' | 'over' | 'stopped';
  /** In which form the answer comes: at once, in parts, or anew with each event. */
  readonly form: Piece['kind'];
  /** From the request until the newest of its answers was read. Unit: milliseconds. */
  readonly milliseconds: number;
  /** The newest answer, as far as it has come. */
  readonly answer: Answer | null;
  /** Parts that have come. Unit: parts. */
  readonly partCount: number;
  readonly events: KeptEvents;
  readonly problem: Problem | null;
}

/** A run of which nothing is known yet. */
export function begun(query: string): Run {
  const nothing = { answer: null, partCount: 0, events: NO_EVENTS, problem: null } as const;
  return { query, phase: 'running', form: 'whole', milliseconds: 0, ...nothing };
}

type Told<Kind extends Piece['kind']> = (run: Run, piece: Extract<Piece, { kind: Kind }>, head: Head) => Run;

const TOLD: { readonly [Kind in Piece['kind']]: Told<Kind> } = {
  whole: (run, { answer }, head) => withAnswer(run, answer, head),
  part: (run, { part }, head) => ({
    ...withAnswer(run, withPart(run.answer, part), head),
    partCount: run.partCount + 1,
  }),
  event: (run, { answer }) => ({ ...run, answer, events: withEvent(run.events, answer, new Date()) }),
};

function withAnswer(run: Run, answer: Answer, head: Head): Run {
  return { ...run, answer, problem: problemIn(answer, head) };
}

/** The run after one more piece of its answer has come. */
export function told(run: Run, piece: Piece, head: Head): Run {
  const tell = TOLD[piece.kind] as Told<Piece['kind']>;
  return tell(run, piece, head);
}
