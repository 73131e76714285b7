import type { Question } from '../callers/asking.js';
import { leakedTo, type Role } from '../callers/roles.js';
import { between } from '../chance.js';
import type { Chronicle } from '../chronicle.js';
import { BOUNDS } from '../environment.js';
import { STORY, storyAnswer } from '../graph/right-story.js';
import type { Occurrence } from '../judge/occurrences.js';
import { isOfWeather, judged, type Answer } from '../judge/right.js';
import type { Machine } from '../machine.js';
import type { Manner } from './manners.js';
import type { Word } from './words.js';

/** What one client hears. */
export interface Heard {
  readonly way: string;
  readonly manner: Manner;
  readonly role: Role;
  readonly token?: string;
  /** How long the token is good. Unit: milliseconds. */
  readonly lifetime: number;
  /** Type of the events. */
  readonly type: string;
  readonly count: number;
}

/** What may take longer, beside what the machine withholds. Unit: milliseconds. */
const GRACE = 1_000;
/** Longest silence of a stream, its beginning included. Unit: milliseconds. */
const SILENCE = BOUNDS.answer + GRACE;
/** How much longer a stream may go on than its token: tolerance and grace. Unit: milliseconds. */
const OVERTIME = 1_000 + GRACE;

/** Judges what one client hears: every event, each once, in order; and how it ends. */
export class Hearing {
  private readonly began = performance.now();
  private readonly silence = new AbortController();
  private timer = this.watch();
  private number = 0;
  private isAsleep = false;
  /** Code and reason with which it was ended. */
  private ending: string | undefined;

  constructor(
    private readonly heard: Heard,
    private readonly tools: { readonly chronicle: Chronicle; readonly machine: Machine },
  ) {}

  /** Aborted when nothing is heard for too long. */
  get silent(): AbortSignal {
    return this.silence.signal;
  }

  get question(): Question {
    const { token, count, type, manner } = this.heard;
    const query = `subscription ($count: Int!, $every: Int!, $pad: Int!) {
      ${type.toLowerCase()}(count: $count, every: $every, pad: $pad) { ${STORY} pad } }`;
    return { query, variables: { count, every: manner.every, pad: manner.pad }, token };
  }

  /** Before the next word is read. Unit: milliseconds. */
  pause(): number {
    const { pause, stall } = this.heard.manner;
    if (!stall || this.number !== 1 || this.isAsleep) return between(0, pause);
    this.isAsleep = true;
    return stall;
  }

  take(word: Word): void {
    clearTimeout(this.timer);
    this.timer = this.watch();
    if (word === 'beat') return;
    const { role } = this.heard;
    const leaked = leakedTo(role, word.text);
    if (leaked) this.wrong(`"${leaked}" is shown to ${role}`);
    if (word.answer.data !== undefined) this.event(word.answer, word.text);
    else this.last(word.answer, word.text);
  }

  /** The stream is over, and says so. */
  complete(): void {
    const { count } = this.heard;
    if (this.ending) return;
    if (this.number === count) this.tools.chronicle.meet('a stream to its end');
    if (this.number < count) this.wrong(`it was complete after ${this.number} of ${count} events`);
  }

  /** The stream is over, and does not say so. */
  broken(error: unknown): void {
    const isSilent = this.silence.signal.aborted;
    const wasHindered =
      this.tools.machine.withheldSince(performance.now() - 2 * BOUNDS.beat) > BOUNDS.beat / 2;
    if (!isSilent && this.heard.manner.stall)
      this.tools.chronicle.meet('a stream whose client does not read');
    if (!isSilent && (this.heard.manner.mayBeSlow || wasHindered)) return;
    this.wrong(isSilent ? `it said nothing for ${SILENCE} ms` : String(error));
  }

  /** Nothing is heard any more. */
  end(): void {
    clearTimeout(this.timer);
  }

  private event(answer: Answer, text: string): void {
    const { type, role, manner, lifetime } = this.heard;
    this.number += 1;
    this.tools.chronicle.now.events += 1;
    const asked = { field: type.toLowerCase(), type, role, number: this.number, pad: manner.pad };
    const verdict = judged(storyAnswer(asked), answer);
    if (typeof verdict === 'object')
      this.wrong(`event ${this.number}: ${verdict.wrong}: ${text.slice(0, 500)}`);
    if (this.age - this.tools.machine.withheldSince(this.began) > lifetime + OVERTIME)
      this.wrong('it goes on after its token expired');
  }

  private last({ errors = [] }: Answer, text: string): void {
    const { lifetime, manner } = this.heard;
    this.ending = endingIn(errors);
    const end = ENDS.get(this.ending);
    const isRight: Readonly<Record<Ending, boolean>> = {
      'a stream that ends with its subgraph': errors.every(isOfWeather),
      'a stream that ends with its token': this.age > lifetime - 1_000,
      'a stream whose client does not read': manner.mayBeSlow,
    };
    if (end && isRight[end]) this.tools.chronicle.meet(end);
    else this.wrong(`it was ended: ${text.slice(0, 500)}`);
  }

  private wrong(what: string): void {
    const { way, manner, type, role } = this.heard;
    this.tools.chronicle.wrong(
      `a stream of ${type} over ${way} to ${role} who ${manner.name}, after ${Math.round(this.age)} ms and ${this.number} events: ${what}`,
    );
  }

  /** Unit: milliseconds. */
  private get age(): number {
    return performance.now() - this.began;
  }

  private watch(limit = SILENCE + (this.isAsleep ? SILENCE : 0)): NodeJS.Timeout {
    const since = performance.now();
    return setTimeout(() => {
      const withheld = this.tools.machine.withheldSince(since);
      if (withheld < GRACE) this.silence.abort();
      else this.timer = this.watch(withheld);
    }, limit);
  }
}

type Ending = Extract<
  Occurrence,
  | 'a stream that ends with its subgraph'
  | 'a stream that ends with its token'
  | 'a stream whose client does not read'
>;

/** The ends that a stream may come to before its time, by code and reason. */
const ENDS: ReadonlyMap<string, Ending> = new Map([
  ['SUBGRAPH_UNAVAILABLE', 'a stream that ends with its subgraph'],
  ['SUBGRAPH_FAILED', 'a stream that ends with its subgraph'],
  ['UNAUTHENTICATED EXPIRED', 'a stream that ends with its token'],
  ['STREAM_ENDED SLOW_CLIENT', 'a stream whose client does not read'],
]);

function endingIn(errors: NonNullable<Answer['errors']>): string {
  const { code, reason } = errors[0]?.extensions ?? {};
  return [code, reason].filter(Boolean).join(' ');
}
