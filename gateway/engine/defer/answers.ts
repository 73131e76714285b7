import type { Completed } from '../complete/complete.js';
import type { Shape } from '../complete/shape.js';
import type { Path } from '../complete/writer.js';
import { arranged } from '../execute/run.js';
import { Scope, type Fetch, type Findings } from '../execute/scope.js';
import { denialErrors } from '../filter/errors.js';
import { stepsIn, type FetchStep } from '../plan/plan.js';
import type { Prepared } from '../plan/prepare.js';
import type { Deferral } from '../operation.js';
import { asStage, type Watch } from '../watch.js';
import { ClientView, hasKeys } from './client-view.js';
import { withErrors } from './later-errors.js';
import type { DeferredPart, Part } from './parts.js';
import type { ReadyPart, ReadyParts } from './ready-parts.js';
import type { GraphQLFormattedError } from 'graphql';

/** What is answered first. */
export interface FirstAnswer {
  /** As JSON. */
  readonly data: string;
  readonly errors: readonly GraphQLFormattedError[];
  readonly hasNext: boolean;
}

/** What is answered later, at one place. */
export interface LaterAnswer {
  readonly data: unknown;
  readonly path: Path;
  readonly label?: string;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Some of what is answered later. */
export interface LaterAnswers {
  readonly incremental: readonly LaterAnswer[];
  readonly hasNext: boolean;
}

/** An operation that may be answered in parts. */
export interface InParts {
  /** The parts; what still has to be fetched is given up when the signal is aborted. */
  readonly begin: (signal: AbortSignal) => AsyncIterable<FirstAnswer | LaterAnswers>;
}

/** What an operation is answered with in parts. */
export interface InPartsParts {
  readonly parts: ReadyParts;
  /** The values of the plan's variables, as JSON. */
  readonly values: ReturnType<Prepared['valuesFor']>;
  readonly fetch: Fetch;
  /** Looks on, where somebody does. */
  readonly watch?: Watch;
  readonly complete: (scope: Findings, shape: Shape) => Completed;
  /** Has the first part answered. */
  readonly begun: (answer: () => Promise<Completed>) => Promise<Completed>;
}

/**
 * Answers an operation in parts: the first one as soon as its fetches are there, then those that are deferred, each as
 * soon as its own are. Each fetch of the plan is run once, and all work on the same data: put together, the parts are the
 * whole answer.
 */
export async function* answersInParts(
  given: InPartsParts,
): AsyncGenerator<FirstAnswer | LaterAnswers, undefined> {
  const answering = new Answering(given);
  const first = await answering.first();
  yield first;
  if (first.hasNext) yield* answering.later();
}

class Answering {
  private readonly scope: Scope;
  private readonly underWay = new Map<FetchStep, Promise<void>>();
  private view = new ClientView(null);
  /** The errors of the answers so far. */
  private readonly told = new Set<string>();

  constructor(private readonly given: InPartsParts) {
    this.scope = new Scope(given.values, given.fetch, given.watch);
  }

  async first(): Promise<FirstAnswer> {
    const { parts, begun } = this.given;
    const { first } = parts;
    const { data, errors } = await begun(async () => {
      await this.run(first);
      return this.completed(first);
    });
    this.view = new ClientView(JSON.parse(data));
    const told = [...deniedIn(first.part), ...errors];
    this.tell(told);
    return { data, errors: told, hasNext: data !== 'null' };
  }

  /** In the order in which they are ready, but none before the one that it is a part of. */
  async *later(): AsyncGenerator<LaterAnswers, undefined> {
    const { deferred } = this.given.parts;
    const waiting = new Map(deferred.map((each) => [each.part.deferral, this.ready(each)]));
    while (waiting.size > 0) {
      const open = [...waiting].filter(([{ parent }]) => !parent || !waiting.has(parent));
      const ready = await Promise.race(open.map(([, each]) => each));
      waiting.delete(ready.part.deferral);
      yield { incremental: this.answersOf(ready), hasNext: waiting.size > 0 };
    }
  }

  /** Whoever leaves before does not hear of a failure. */
  private ready(part: ReadyPart<DeferredPart>): Promise<ReadyPart<DeferredPart>> {
    const ready = this.run(part).then(() => part);
    ready.catch(() => undefined);
    return ready;
  }

  private async run({ plan }: ReadyPart): Promise<void> {
    if (!plan) return;
    const run = arranged(plan, (step) => () => this.once(step));
    await asStage(this.given.watch, 'execute', () => run(this.scope));
  }

  private once(step: FetchStep): Promise<void> {
    const run = this.underWay.get(step) ?? this.given.parts.runs.get(step)?.(this.scope) ?? Promise.resolve();
    this.underWay.set(step, run);
    return run;
  }

  /** An error of a fetch that only other parts take is theirs to tell. */
  private completed({ plan, shape }: ReadyPart): Completed {
    const { parts, watch, complete } = this.given;
    const own = new Set(plan ? stepsIn(plan).map(({ path }) => path) : []);
    const { root, failed, unknown, shared } = this.scope;
    const errors = this.scope.errors.filter(({ path }) => own.has(path));
    const written = watch?.begin('complete');
    const completed = complete({ root, errors, failed, unknown, shared, whole: parts.whole }, shape);
    written?.();
    return completed;
  }

  private answersOf(ready: ReadyPart<DeferredPart>): readonly LaterAnswer[] {
    const { part } = ready;
    const { data, errors } = this.completed(ready);
    const { label } = part.deferral;
    const places = this.view.placesOf(part.path, JSON.parse(data));
    const untold = this.untold([...deniedIn(part), ...errors]);
    return withErrors(places, part.path, untold)
      .filter(({ value, errors: own }) => value === null || own.length > 0 || hasKeys(value))
      .map(({ path, value, errors: own }) => {
        this.view.put(path, value);
        this.tell(own);
        return { data: value, path, ...labelled({ label }), ...(own.length > 0 && { errors: own }) };
      });
  }

  private tell(errors: readonly GraphQLFormattedError[]): void {
    for (const error of errors) this.told.add(JSON.stringify(error));
  }

  private untold(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
    return errors.filter((error) => !this.told.has(JSON.stringify(error)));
  }
}

function labelled({ label }: Pick<Deferral, 'label'>): { readonly label?: string } {
  return label === undefined ? {} : { label };
}

function deniedIn({ denials }: Part): readonly GraphQLFormattedError[] {
  return denialErrors(denials).map((error) => error.toJSON());
}

/** Whether anything went wrong that an answer tells. */
export function hasErrors(answer: FirstAnswer | LaterAnswers): boolean {
  return 'incremental' in answer
    ? answer.incremental.some(({ errors = [] }) => errors.length > 0)
    : answer.errors.length > 0;
}
