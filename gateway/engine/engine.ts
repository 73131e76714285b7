import type { Caller } from '../../schema/contract/caller.js';
import type { Logger } from '../../schema/contract/log.js';
import type { SupergraphFacts } from '../supergraph/facts.js';
import type { KnownOperation } from './accept/known-operation.js';
import { complete, type Completed } from './complete/complete.js';
import { introspect, isIntrospective, type Introspected } from './complete/introspect.js';
import { Scope, type Fetch } from './execute/scope.js';
import { denialErrors } from './filter/errors.js';
import type { Filtered } from './filter/filter.js';
import type { Permit } from './filter/permit.js';
import type { PolicyDecider } from './filter/policies.js';
import type { Operation } from './operation.js';
import type { DecideOverrides } from './plan/overrides.js';
import type { Prepare, Prepared } from './plan/prepare.js';
import { UnplannableError } from './plan/unplannable.js';
import { LRUCache } from 'lru-cache';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';

/** What happens to an operation of which the caller may not see all: it is answered without that, or refused. */
export type AccessMode = 'filter' | 'reject';

/** One operation of one client. */
export interface EngineRequest {
  readonly operation: KnownOperation;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  readonly requestId: string;
  /** Aborted when the answer is no longer wanted. */
  readonly signal: AbortSignal;
}

/** What the engine answers. */
export interface EngineAnswer {
  /** As JSON; nothing for a refused operation. */
  readonly data?: string;
  readonly errors: readonly GraphQLFormattedError[];
  /** HTTP status of a refusal, where it is not the usual one. */
  readonly status?: number;
}

/** What the engine is made of: its stages, and what they need. */
export interface EngineParts {
  readonly schema: GraphQLSchema;
  readonly facts: SupergraphFacts;
  readonly permit: Permit;
  readonly prepare: Prepare;
  readonly decideOverrides: DecideOverrides;
  readonly accessMode: AccessMode;
  readonly decidePolicies: PolicyDecider;
  /** How long a decision on policies is waited for. Unit: milliseconds. */
  readonly policyTimeout: number;
  /** Sends a fetch on behalf of a request. */
  readonly fetchFor: (request: EngineRequest) => Fetch;
  readonly log: Logger;
}

/** Ways in which an operation is prepared that are kept. Unit: ways. */
const MAX_PREPARED = 32;

/** Answers the valid operations of clients: decides their conditions, filters, plans, executes and completes them. */
export class Engine {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** By the labels of overrides that hold. */
  private readonly prepared = new WeakMap<Operation, LRUCache<string, Prepared>>();

  constructor(private readonly parts: EngineParts) {
    this.schema = parts.schema;
  }

  /** Answers one operation; it throws only when the gateway itself fails. */
  async answer(request: EngineRequest): Promise<EngineAnswer> {
    const coerced = request.operation.coerced(request.variables);
    if ('errors' in coerced) return refused(coerced.errors, 'BAD_USER_INPUT');
    try {
      const operation = request.operation.decide(coerced.values);
      const view = this.viewOf(operation, request);
      return await this.answerView(view instanceof Promise ? await view : view, request);
    } catch (error) {
      if (error instanceof UnplannableError) this.tellUnplannable(error, request);
      if (error instanceof GraphQLError) return refused([error], 'BAD_USER_INPUT');
      throw error;
    }
  }

  private viewOf(operation: Operation, { caller, signal, requestId }: EngineRequest) {
    const { permit, decidePolicies: decide, policyTimeout: timeLimitMs, log } = this.parts;
    const onFailure = (err: unknown) =>
      log.warn({ requestId, err }, 'policies were not decided, so they are denied');
    return permit(operation, caller, { decide, timeLimitMs, signal, onFailure });
  }

  private async answerView(view: Filtered, request: EngineRequest): Promise<EngineAnswer> {
    const denied = view.denials.length > 0 ? denialErrors(view.denials).map((error) => error.toJSON()) : [];
    if (denied.length > 0 && this.parts.accessMode === 'reject')
      return { errors: denied, status: request.caller.isAuthenticated ? 403 : 401 };
    const { data, errors } = await this.run(view.operation, request);
    return { data, errors: denied.length > 0 ? [...denied, ...errors] : errors };
  }

  private async run(operation: Operation, request: EngineRequest): Promise<Completed> {
    const { schema, facts } = this.parts;
    const prepared = this.preparedFor(operation);
    const { run, shape } = prepared;
    const scope = new Scope(prepared.valuesFor(request.variables), this.parts.fetchFor(request));
    if (run) await run(scope);
    const own = isIntrospective(operation)
      ? introspect({ schema, operation, variables: request.variables })
      : NOTHING;
    const fieldOwners: SupergraphFacts['fieldOwners'] = (type, field) => facts.fieldOwners(type, field);
    const { data, errors } = complete(scope, { shape, own: own.values, fieldOwners });
    return { data, errors: own.errors.length > 0 ? [...own.errors, ...errors] : errors };
  }

  private preparedFor(operation: Operation): Prepared {
    const overrides = this.parts.decideOverrides();
    const key = [...overrides].join();
    const byOverrides = this.prepared.get(operation) ?? new LRUCache<string, Prepared>({ max: MAX_PREPARED });
    const known = byOverrides.get(key);
    if (known) return known;
    const made = this.parts.prepare(operation, overrides);
    byOverrides.set(key, made);
    this.prepared.set(operation, byOverrides);
    return made;
  }

  private tellUnplannable({ reason }: UnplannableError, { requestId }: EngineRequest): void {
    this.parts.log.error({ requestId, reason }, 'an operation has no plan');
  }
}

const NOTHING: Introspected = { values: new Map(), errors: [] };

/** @param code of those that have none */
function refused(errors: readonly GraphQLError[], code: string): EngineAnswer {
  const formatted = errors.map((error) => error.toJSON());
  return {
    errors: formatted.map((error) => ({
      ...error,
      extensions: { code, ...error.extensions },
    })),
  };
}
