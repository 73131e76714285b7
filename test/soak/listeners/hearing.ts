import type { Question } from '../callers/asking.js';
import { leakedTo, type Role } from '../callers/roles.js';
import { between } from '../chance.js';
import type { Chronicle } from '../chronicle.js';
import { BOUNDS } from '../environment.js';
import { STORY, storyAnswer } from '../graph/right-story.js';
import type { Excuses } from '../excuses.js';
import { breakBy, isTooSlow, type Reading } from '../judge/breaks.js';
import type { Occurrence } from '../judge/occurrences.js';
import type { MayFail } from '../judge/health.js';
import { isOfWeather, judged, type Answer } from '../judge/right.js';
import type { Machine } from '../machine.js';
import type { Manner } from './manners.js';
import { BrokenStream, type Word } from './words.js';
import { setTimeout as delay } from 'node:timers/promises';

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

/** What a client's hearing is judged with. */
export interface HearingTools {
  readonly chronicle: Chronicle;
  readonly machine: Machine;
  readonly excuses: Excuses;
}

/** Judges what one client hears: every event, each once, in order; and how it ends. */
export class Hearing {
  private readonly began = performance.now();
  private readonly silence = new AbortController();
  private timer = this.watch();
  private number = 0;
  private hasSlept = false;
  /** The longest time for which nothing was read. Unit: milliseconds. */
  private slept = 0;
  /** Code and reason with which it was ended. */
  private ending: string | undefined;

  constructor(
    private readonly heard: Heard,
    private readonly tools: HearingTools,
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

  /** Reads nothing for a while. @throws Error when the client leaves meanwhile. */
  async rest(left: AbortSignal): Promise<void> {
    const began = performance.now();
    clearTimeout(this.timer);
    await delay(this.pause(), undefined, { signal: left });
    this.slept = Math.max(this.slept, performance.now() - began);
    this.timer = this.watch();
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
    if (this.silent.aborted) return this.wrong(`it said nothing for ${SILENCE} ms`);
    const code = error instanceof BrokenStream ? error.code : undefined;
    const end = breakBy(code, this.reading);
    if (end === 'told') this.tools.chronicle.meet('a stream whose client does not read');
    if (end === 'wrong') this.wrong(String(error));
  }

  /** Nothing is heard any more. */
  end(): void {
    clearTimeout(this.timer);
  }

  private event(answer: Answer, text: string): void {
    const { type, role, manner, lifetime } = this.heard;
    this.number += 1;
    this.tools.chronicle.now.events += 1;
    const { query } = this.question;
    const asked = { query, field: type.toLowerCase(), type, role, number: this.number, pad: manner.pad };
    const verdict = judged(storyAnswer(asked), answer, this.mayFail);
    if (typeof verdict === 'object')
      this.wrong(`event ${this.number}: ${verdict.wrong}: ${text.slice(0, 500)}`);
    if (this.age - this.tools.machine.withheldSince(this.began) > lifetime + OVERTIME)
      this.wrong('it goes on after its token expired');
  }

  private last({ errors = [] }: Answer, text: string): void {
    const { lifetime } = this.heard;
    this.ending = endingIn(errors);
    const end = ENDS.get(this.ending);
    const isRight: Readonly<Record<Ending, boolean>> = {
      'a stream that ends with its subgraph': errors.every((error) => isOfWeather(error, this.mayFail)),
      'a stream that ends with its token': this.age > lifetime - 1_000,
      'a stream whose client does not read': isTooSlow(this.reading),
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

  /** Events may have been made at any time since the stream began, and read later. */
  private get mayFail(): MayFail {
    return this.tools.excuses.since(this.began);
  }

  private get reading(): Reading {
    const withheld = this.tools.machine.withheldSince(performance.now() - 2 * BOUNDS.beat);
    return { slept: this.slept, allowed: BOUNDS.stall, wasHindered: withheld > BOUNDS.beat / 2 };
  }

  /** Before the next word is read. Unit: milliseconds. */
  private pause(): number {
    const { pause, stall } = this.heard.manner;
    if (!stall || this.number !== 1 || this.hasSlept) return between(0, pause);
    this.hasSlept = true;
    return between(...stall);
  }

  /** Unit: milliseconds. */
  private get age(): number {
    return performance.now() - this.began;
  }

  private watch(limit = SILENCE): NodeJS.Timeout {
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
