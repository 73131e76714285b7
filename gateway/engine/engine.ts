import type { Caller } from '../../schema/contract/caller.js';
import type { ClientNamed } from '../usage/client.js';
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
import { PreparedOperations } from './plan/prepared-operations.js';
import { SharedRuns } from './shared-runs.js';
import { UnplannableError } from './plan/unplannable.js';
import type { Waiter } from './plan/waiters.js';
import { refused, statusOf } from './refused.js';
import type { Watch } from './watch.js';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';

/** What happens to an operation of which the caller may not see all: it is answered without that, or refused. */
export type AccessMode = 'filter' | 'reject';

/** One operation of one client. */
export interface EngineRequest {
  readonly operation: KnownOperation;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  /** The client's address, by which anonymous callers are told apart. */
  readonly address?: () => string;
  readonly requestId: string;
  /** Aborted when the answer is no longer wanted. */
  readonly signal: AbortSignal;
  /** Looks on, where somebody does. */
  readonly watch?: Watch;
  /** The program that asks, as far as anybody says so. */
  readonly client?: ClientNamed;
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
  /** Whether equal fetches for equal callers are sent once while they are in flight. */
  readonly sharesFetches: boolean;
  /** Told of what each operation asks for, as far as its caller may see it. */
  readonly onRun?: (operation: Operation) => void;
  readonly log: Logger;
}

/** An operation that is ready to be run. */
interface Runnable {
  readonly operation: Operation;
  readonly prepared: Prepared;
}

/** Answers the valid operations of clients: decides their conditions, filters, plans, executes and completes them. */
export class Engine {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  private readonly prepared: PreparedOperations;
  private readonly sharedRuns: SharedRuns;

  constructor(private readonly parts: EngineParts) {
    this.schema = parts.schema;
    this.prepared = new PreparedOperations(parts);
    this.sharedRuns = new SharedRuns(parts.sharesFetches);
  }

  /** Answers one operation; it throws only when the gateway itself fails. */
  answer(request: EngineRequest): Promise<EngineAnswer> {
    return this.unlessRefused(request, async (operation) => {
      const view = this.viewOf(operation, request);
      return this.answerView(view instanceof Promise ? await view : view, request);
    });
  }

  /** Does something with an operation whose conditions are decided; else tells why it is refused. */
  async unlessRefused<Result>(
    request: EngineRequest,
    work: (operation: Operation) => Promise<Result>,
  ): Promise<Result | EngineAnswer> {
    const coerced = request.operation.coerced(request.variables);
    if ('errors' in coerced) return refused(coerced.errors, 'BAD_USER_INPUT');
    try {
      return await work(request.operation.decide(coerced.values));
    } catch (error) {
      if (error instanceof UnplannableError) this.tellUnplannable(error, request);
      if (error instanceof GraphQLError)
        return { ...refused([error], 'BAD_USER_INPUT'), status: statusOf(error) };
      throw error;
    }
  }

  /** What a caller may see of an operation, now. */
  viewOf(operation: Operation, { caller, signal, requestId }: EngineRequest) {
    const { permit, decidePolicies: decide, policyTimeout: timeLimitMs, log } = this.parts;
    const onFailure = (err: unknown) =>
      log.warn({ requestId, err }, 'policies were not decided, so they are denied');
    return permit(operation, caller, { decide, timeLimitMs, signal, onFailure });
  }

  /** Answers as much of an operation as the caller may see. */
  async answerView(view: Filtered, request: EngineRequest): Promise<EngineAnswer> {
    const denied = view.denials.length > 0 ? denialErrors(view.denials).map((error) => error.toJSON()) : [];
    if (denied.length > 0 && this.parts.accessMode === 'reject')
      return { errors: denied, status: request.caller.isAuthenticated ? 403 : 401 };
    const { data, errors } = await this.run(view.operation, request);
    return { data, errors: denied.length > 0 ? [...denied, ...errors] : errors };
  }

  private async run(operation: Operation, request: EngineRequest): Promise<Completed> {
    const { onRun } = this.parts;
    onRun?.(operation);
    const planned = request.watch?.begin('plan');
    const ready = this.preparedFor(operation, request);
    const prepared = ready instanceof Promise ? await ready : ready;
    planned?.();
    return this.sharedRuns.run({ operation, request }, (signal, close) =>
      this.executed({ operation, prepared }, { ...request, signal }, close),
    );
  }

  /** @param onFetched told of each fetch that is over */
  private async executed(
    { operation, prepared }: Runnable,
    request: EngineRequest,
    onFetched?: () => void,
  ): Promise<Completed> {
    const { schema, facts, fetchFor } = this.parts;
    const { watch } = request;
    const { run, shape } = prepared;
    const scope = new Scope(prepared.valuesFor(request.variables), fetchFor(request), watch, onFetched);
    const executed = watch?.begin('execute');
    if (run) await run(scope);
    executed?.();
    const completed = watch?.begin('complete');
    const own = isIntrospective(operation)
      ? introspect({ schema, operation, variables: request.variables })
      : NOTHING;
    const fieldOwners: SupergraphFacts['fieldOwners'] = (type, field) => facts.fieldOwners(type, field);
    const { data, errors } = complete(scope, { shape, own: own.values, fieldOwners });
    completed?.();
    return { data, errors: own.errors.length > 0 ? [...own.errors, ...errors] : errors };
  }

  /** Does what an operation changes: who comes later does not join what was read before. */
  changing(
    operation: Operation,
    request: EngineRequest,
    change: () => Promise<Completed>,
  ): Promise<Completed> {
    return this.sharedRuns.run({ operation, request }, change);
  }

  /** The operation ready to be run. @throws HubError as `Prepare` does. */
  preparedFor(operation: Operation, waiter: Waiter): Prepared | Promise<Prepared> {
    return this.prepared.of(operation, waiter);
  }

  private tellUnplannable({ reason }: UnplannableError, { requestId }: EngineRequest): void {
    this.parts.log.error({ requestId, reason }, 'an operation has no plan');
  }
}

const NOTHING: Introspected = { values: new Map(), errors: [] };
