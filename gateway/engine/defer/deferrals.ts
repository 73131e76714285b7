import type { SupergraphFacts } from '../../supergraph/facts.js';
import { complete } from '../complete/complete.js';
import { isIntrospective } from '../complete/introspect.js';
import type { Engine, EngineAnswer, EngineRequest } from '../engine.js';
import type { Fetch } from '../execute/scope.js';
import type { Operation } from '../operation.js';
import type { Prepared } from '../plan/prepare.js';
import { asStage } from '../watch.js';
import { answersInParts, type InParts, type InPartsParts } from './answers.js';
import { partsOf, type Parts } from './parts.js';
import { readyParts, type PreparedRun, type ReadyOptions, type ReadyParts } from './ready-parts.js';

/** What operations are answered with in parts. */
export interface DeferralsParts extends ReadyOptions {
  readonly engine: Engine;
  readonly facts: SupergraphFacts;
  /** Whether an answer is refused of which the caller may not see all. */
  readonly isAllOrNothing: boolean;
  /** Sends a fetch on behalf of a request. */
  readonly fetchFor: (request: EngineRequest) => Fetch;
  /** Told of what each operation asks for, as far as its caller may see it. */
  readonly onRun?: (operation: Operation) => void;
}

/** Answers operations of which something is deferred. */
export class Deferrals {
  private readonly known = new WeakMap<Operation, Parts | null>();
  private readonly ready = new WeakMap<Prepared, ReadyParts>();

  constructor(private readonly parts: DeferralsParts) {}

  /** Prepares to answer an operation in parts; the whole answer where nothing of it is deferred, or it is refused. */
  answer(request: EngineRequest): Promise<InParts | EngineAnswer> {
    const { engine, isAllOrNothing } = this.parts;
    return engine.unlessRefused<InParts | EngineAnswer>(request, async (operation) => {
      const view = await engine.viewOf(operation, request);
      const isRefused = isAllOrNothing && view.denials.length > 0;
      const isWhole = isRefused || isIntrospective(operation);
      const inParts = isWhole ? null : await this.inParts(view.operation, request);
      return inParts ?? { ...(await engine.answerView(view, request)), hasNext: false };
    });
  }

  private async inParts(operation: Operation, request: EngineRequest): Promise<InParts | null> {
    const parts = this.partsOf(operation);
    if (!parts) return null;
    const { engine } = this.parts;
    const prepared = await asStage(request.watch, 'plan', () => engine.preparedFor(operation, request));
    if (!needsAgency(prepared)) return null;
    this.parts.onRun?.(operation);
    const given = { parts: this.readyParts(parts, prepared), values: prepared.valuesFor(request.variables) };
    return {
      begin: (signal) => answersInParts({ ...given, ...this.means(operation, { ...request, signal }) }),
    };
  }

  private partsOf(operation: Operation): Parts | null {
    const known = this.known.get(operation);
    if (known !== undefined) return known;
    const parts = partsOf(operation);
    this.known.set(operation, parts);
    return parts;
  }

  private readyParts(parts: Parts, prepared: PreparedRun): ReadyParts {
    const ready = this.ready.get(prepared) ?? readyParts(parts, prepared, this.parts);
    this.ready.set(prepared, ready);
    return ready;
  }

  private means(operation: Operation, request: EngineRequest): Omit<InPartsParts, 'parts' | 'values'> {
    const { engine, facts, fetchFor } = this.parts;
    const fieldOwners: SupergraphFacts['fieldOwners'] = (type, field) => facts.fieldOwners(type, field);
    return {
      fetch: fetchFor(request),
      watch: request.watch,
      begun: (answer) =>
        operation.kind === 'query' ? answer() : engine.changing(operation, request, answer),
      complete: (scope, shape) => complete(scope, { shape, own: NOTHING_OWN, fieldOwners }),
    };
  }
}

function needsAgency(prepared: Prepared): prepared is PreparedRun {
  return prepared.run !== null;
}

/** What the gateway itself answers is answered at once. */
const NOTHING_OWN: ReadonlyMap<string, string> = new Map();
