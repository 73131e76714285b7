import type { CalledOperation } from '../../schema/contract/caller-token.js';
import type { Logger } from '../../schema/contract/log.js';
import { Leaving } from '../reach/leaving.js';
import type { Reach, SubgraphAnswer, SubgraphFetch } from '../reach/reach.js';
import type { SupergraphFacts } from '../supergraph/facts.js';
import { keepingApart } from './accept/apart.js';
import { Documents } from './accept/documents.js';
import { Deferrals } from './defer/deferrals.js';
import { Engine, type EngineRequest } from './engine.js';
import type { Fetch, Outgoing } from './execute/scope.js';
import type { TypeRelations } from './execute/type-relations.js';
import { permitting } from './filter/permit.js';
import type { PolicyDecider } from './filter/policies.js';
import type { Operation } from './operation.js';
import type { AccessRules } from '../../schema/contract/access/rules.js';
import { overridesFor } from './plan/overrides.js';
import type { Planner } from './plan/plan.js';
import { preparing } from './plan/prepare.js';
import type { EngineSettings } from './settings.js';
import { Subscriptions } from './subscriptions.js';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** What an engine is loaded from. */
export interface EngineSource {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly relations: TypeRelations;
  readonly planner: Planner;
  readonly facts: SupergraphFacts;
  readonly settings: EngineSettings;
  readonly decidePolicies: PolicyDecider;
  /** The way to the subgraph of a name. */
  readonly reachOf: (name: string) => Reach;
  /** Where the subgraph of a name is. */
  readonly addressOf?: (name: string) => string | undefined;
  /** The subgraphs outside of the gateway, by name. */
  readonly outward: readonly string[];
  readonly log: Logger;
  /** Fetches that one operation may take. Unit: fetches. */
  readonly maxFetches: number;
  /** The parsed text of a document; `null` for one that does not parse. */
  readonly parse: (text: string) => DocumentNode | null;
  /** Told of what each operation asks for. */
  readonly onRun?: (operation: Operation) => void;
}

/** An engine, and the documents that it can answer. */
export interface LoadedEngine {
  readonly engine: Engine;
  readonly subscriptions: Subscriptions;
  readonly deferrals: Deferrals;
  readonly documents: Documents;
}

/** Makes the engine for a supergraph. */
export function loadEngine({
  schema,
  rules,
  relations,
  planner,
  settings,
  reachOf,
  addressOf,
  outward,
  maxFetches,
  parse,
  ...parts
}: EngineSource): LoadedEngine {
  const ways: Ways = { reachOf, outward };
  const fetchFor = (request: EngineRequest): Fetch => fetching(request, ways);
  const engine = new Engine({
    ...parts,
    schema,
    permit: permitting(rules),
    prepare: preparing({ planner, schema, relations, maxFetches }),
    decideOverrides: overridesFor(planner.overrideLabels, settings.OVERRIDE_LABELS),
    accessMode: settings.AUTHZ_MODE,
    policyTimeout: settings.POLICY_TIMEOUT_MS,
    sharesFetches: settings.SHARE_FETCHES,
    fetchFor,
  });
  const isAllOrNothing = settings.AUTHZ_MODE === 'reject';
  const { facts, onRun } = parts;
  const several = { engine, facts, isAllOrNothing, fetchFor, onRun };
  const subscribeFor = (request: EngineRequest) => subscribing(request, ways);
  const subscriptions = new Subscriptions({ ...several, subscribeFor, addressOf });
  return {
    engine,
    subscriptions,
    deferrals: new Deferrals({ ...several, relations, maxFetches }),
    documents: new Documents(schema, parse, keepingApart(parts.facts)),
  };
}

type Ways = Pick<EngineSource, 'reachOf' | 'outward'>;

function fetching(request: EngineRequest, { reachOf, outward }: Ways): Fetch {
  const origin = originOf(request, outward);
  return (outgoing) => reachOf(outgoing.subgraph).fetch(new EngineFetch(outgoing, origin));
}

function subscribing(request: EngineRequest, { reachOf, outward }: Ways) {
  const origin = originOf(request, outward);
  return (outgoing: Outgoing): AsyncIterable<SubgraphAnswer> => {
    const reach = reachOf(outgoing.subgraph);
    if (!reach.subscribe) throw new Error(`There is no way to subscribe to ${outgoing.subgraph}.`);
    return reach.subscribe(new EngineFetch(outgoing, origin));
  };
}

function originOf(
  { requestId, caller, signal }: EngineRequest,
  subgraphs: EngineSource['outward'],
): FetchesOrigin {
  return { operation: { requestId, caller, subgraphs }, leaving: new Leaving(signal) };
}

/** What all fetches of a request have in common. */
interface FetchesOrigin {
  readonly operation: CalledOperation;
  readonly leaving: Leaving;
}

/** A fetch whose variables are text already; whoever wants them otherwise reads them anew. */
class EngineFetch implements SubgraphFetch {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly origin: FetchesOrigin,
  ) {}

  get query(): string {
    return this.outgoing.query;
  }

  get isChange(): boolean {
    return this.outgoing.isChange;
  }

  get body(): string {
    return this.outgoing.body;
  }

  get traceparent(): string | undefined {
    return this.outgoing.traceparent;
  }

  get onBegun(): SubgraphFetch['onBegun'] {
    return this.outgoing.onBegun;
  }

  get variables(): SubgraphFetch['variables'] {
    return JSON.parse(this.outgoing.variables) as SubgraphFetch['variables'];
  }

  get operation(): CalledOperation {
    return this.origin.operation;
  }

  get leaving(): Leaving {
    return this.origin.leaving;
  }
}
