import type { SupergraphFacts } from '../../supergraph/facts.js';
import { complete } from '../complete/complete.js';
import { isIntrospective } from '../complete/introspect.js';
import type { Engine, EngineAnswer, EngineRequest } from '../engine.js';
import type { Fetch } from '../execute/scope.js';
import { answersInParts, type InParts, type InPartsParts } from './answers.js';
import { partsOf } from './parts.js';

/** What operations are answered with in parts. */
export interface DeferralsParts {
  readonly engine: Engine;
  readonly facts: SupergraphFacts;
  /** Whether an answer is refused of which the caller may not see all. */
  readonly isAllOrNothing: boolean;
  /** Sends a fetch on behalf of a request. */
  readonly fetchFor: (request: EngineRequest) => Fetch;
}

/** Answers operations of which something is deferred. */
export class Deferrals {
  constructor(private readonly parts: DeferralsParts) {}

  /** Prepares to answer an operation in parts; the whole answer where nothing of it is deferred, or it is refused. */
  answer(request: EngineRequest): Promise<InParts | EngineAnswer> {
    const { engine, isAllOrNothing } = this.parts;
    return engine.unlessRefused<InParts | EngineAnswer>(request, async (operation) => {
      const view = await engine.viewOf(operation, request);
      const isRefused = isAllOrNothing && view.denials.length > 0;
      const isWhole = isRefused || isIntrospective(operation);
      const parts = isWhole ? null : partsOf(view.operation);
      const prepared = parts && (await engine.preparedFor(view.operation));
      if (!parts || !prepared?.run) return { ...(await engine.answerView(view, request)), hasNext: false };
      return {
        begin: (signal) => answersInParts({ parts, prepared, ...this.inPartsParts({ ...request, signal }) }),
      };
    });
  }

  private inPartsParts(request: EngineRequest): Omit<InPartsParts, 'parts' | 'prepared'> {
    const { facts, fetchFor } = this.parts;
    const fieldOwners: SupergraphFacts['fieldOwners'] = (type, field) => facts.fieldOwners(type, field);
    return {
      variables: request.variables,
      fetch: fetchFor(request),
      complete: (scope, shape) => complete(scope, { shape, own: NOTHING_OWN, fieldOwners }),
    };
  }
}

/** What the gateway itself answers is answered at once. */
const NOTHING_OWN: ReadonlyMap<string, string> = new Map();
