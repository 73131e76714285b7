import type { Completed } from '../complete/complete.js';
import type { Shape } from '../complete/shape.js';
import type { Path } from '../complete/writer.js';
import { arranged, stepsOf } from '../execute/run.js';
import { Scope, type Fetch, type Findings } from '../execute/scope.js';
import { denialErrors } from '../filter/errors.js';
import { EVERY_ELEMENT, type FetchStep } from '../plan/plan.js';
import type { Prepared } from '../plan/prepare.js';
import type { Deferral } from '../operation.js';
import { ClientView, hasKeys } from './client-view.js';
import { coordinatesOf } from './coordinates.js';
import type { DeferredPart, Part, Parts } from './parts.js';
import { StepsFor } from './steps-for.js';
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
  readonly parts: Parts;
  readonly prepared: Prepared;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fetch: Fetch;
  readonly complete: (scope: Findings, shape: Shape) => Completed;
}

/**
 * Answers an operation in parts: the first one as soon as its fetches are there, then those that are deferred, each as
 * soon as its own are. The plan is that of the whole operation, each of its fetches is run once, and all work on the same
 * data: put together, the parts are the whole answer.
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
  private readonly steps: StepsFor;
  private readonly underWay = new Map<FetchStep, Promise<void>>();
  private view = new ClientView(null);
  /** The errors of the first answer. */
  private readonly told = new Set<string>();

  constructor(private readonly given: InPartsParts) {
    const { prepared, variables, fetch } = given;
    this.scope = new Scope(prepared.valuesFor(variables), fetch);
    this.steps = new StepsFor(this.compiled.plan);
  }

  async first(): Promise<FirstAnswer> {
    const { first } = this.given.parts;
    await this.run(this.stepsOf(first));
    const { data, errors } = this.completed(first);
    this.view = new ClientView(JSON.parse(data));
    const told = [...deniedIn(first), ...errors];
    for (const error of told) this.told.add(JSON.stringify(error));
    return { data, errors: told, hasNext: data !== 'null' };
  }

  /** In the order in which they are ready, but none before the one that it is a part of. */
  async *later(): AsyncGenerator<LaterAnswers, undefined> {
    const waiting = new Map(this.given.parts.deferred.map((part) => [part.deferral, this.ready(part)]));
    while (waiting.size > 0) {
      const open = [...waiting].filter(([{ parent }]) => !parent || !waiting.has(parent));
      const part = await Promise.race(open.map(([, ready]) => ready));
      waiting.delete(part.deferral);
      yield { incremental: this.answersOf(part), hasNext: waiting.size > 0 };
    }
  }

  /** Whoever leaves before does not hear of a failure. */
  private ready(part: DeferredPart): Promise<DeferredPart> {
    const ready = this.run(this.stepsOf(part)).then(() => part);
    ready.catch(() => undefined);
    return ready;
  }

  private get compiled() {
    const { run } = this.given.prepared;
    if (!run) throw new Error('What needs no agency is answered at once.');
    return stepsOf(run);
  }

  private stepsOf(part: Part): ReadonlySet<FetchStep> {
    const { prepared } = this.given;
    return this.steps.filling(coordinatesOf(part, (field) => prepared.fetchKeyOf(field)));
  }

  private async run(steps: ReadonlySet<FetchStep>): Promise<void> {
    const plan = this.steps.only(steps);
    if (plan) await arranged(plan, (step) => () => this.once(step))(this.scope);
  }

  private once(step: FetchStep): Promise<void> {
    const run = this.underWay.get(step) ?? this.compiled.runs.get(step)?.(this.scope) ?? Promise.resolve();
    this.underWay.set(step, run);
    return run;
  }

  /** An error of a fetch that only other parts take is theirs to tell. */
  private completed(part: Part): Completed {
    const { prepared, complete } = this.given;
    const paths = new Set([...this.stepsOf(part)].map(({ path }) => path));
    const { root, failed, unknown, shared } = this.scope;
    const errors = this.scope.errors.filter(({ path }) => paths.has(path));
    const shape = prepared.shapeOf(part.operation, part.originals);
    return complete({ root, errors, failed, unknown, shared }, shape);
  }

  private answersOf(part: DeferredPart): readonly LaterAnswer[] {
    const { data, errors } = this.completed(part);
    const { label } = part.deferral;
    const places = this.view.placesOf(part.path, JSON.parse(data));
    const untold = this.untold([...deniedIn(part), ...errors]);
    const answers = places.map(({ path, value }) => ({ path, value, errors: errorsAt(path, untold) }));
    return answers
      .filter(({ value, errors: own }) => value === null || own.length > 0 || hasKeys(value))
      .map(({ path, value, errors: own }) => {
        this.view.put(path, value);
        return { data: value, path, ...labelled({ label }), ...(own.length > 0 && { errors: own }) };
      });
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

/** What goes wrong at an object or below it; of a place within lists, which errors do not tell, every one is told. */
function errorsAt(at: Path, errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  return errors.filter(({ path, extensions }) => {
    if (path) return at.every((step, index) => path[index] === step);
    const affected = extensions?.['affectedPath'];
    if (typeof affected !== 'string') return false;
    const steps = affected.split('.');
    return at.every((step, index) => steps[index] === (typeof step === 'number' ? EVERY_ELEMENT : step));
  });
}
