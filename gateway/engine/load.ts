import type { CalledOperation } from '../../schema/contract/caller-token.js';
import type { Logger } from '../../schema/contract/log.js';
import type { Reach, SubgraphFetch } from '../reach/reach.js';
import type { SupergraphFacts } from '../supergraph/facts.js';
import { Documents } from './accept/documents.js';
import { Engine, type EngineRequest } from './engine.js';
import type { Fetch, Outgoing } from './execute/scope.js';
import { typeRelations } from './execute/type-relations.js';
import { permitting } from './filter/permit.js';
import type { PolicyDecider } from './filter/policies.js';
import { accessRulesIn } from './filter/rules.js';
import { apolloPlanner } from './plan/apollo-planner.js';
import { overridesFor } from './plan/overrides.js';
import { preparing } from './plan/prepare.js';
import type { EngineSettings } from './settings.js';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** What an engine is loaded from. */
export interface EngineSource {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** The supergraph, which was checked. */
  readonly document: DocumentNode;
  readonly facts: SupergraphFacts;
  readonly settings: EngineSettings;
  readonly decidePolicies: PolicyDecider;
  /** The way to the subgraph of a name. */
  readonly reachOf: (name: string) => Reach;
  /** The subgraphs outside of the gateway, by name. */
  readonly outward: readonly string[];
  readonly log: Logger;
  /** The parsed text of a document; `null` for one that does not parse. */
  readonly parse: (text: string) => DocumentNode | null;
}

/** An engine, and the documents that it can answer. */
export interface LoadedEngine {
  readonly engine: Engine;
  readonly documents: Documents;
}

/** Makes the engine for a supergraph. */
export function loadEngine({
  schema,
  document,
  settings,
  reachOf,
  outward,
  parse,
  ...parts
}: EngineSource): LoadedEngine {
  const planner = apolloPlanner(document);
  const relations = typeRelations(document);
  const engine = new Engine({
    ...parts,
    schema,
    permit: permitting(accessRulesIn(document)),
    prepare: preparing({ planner, schema, relations }),
    decideOverrides: overridesFor(planner.overrideLabels, settings.OVERRIDE_LABELS),
    accessMode: settings.AUTHZ_MODE,
    policyTimeout: settings.POLICY_TIMEOUT_MS,
    fetchFor: (request) => fetching(request, { reachOf, outward }),
  });
  return { engine, documents: new Documents(schema, parse) };
}

function fetching(
  { requestId, caller, signal }: EngineRequest,
  { reachOf, outward }: Pick<EngineSource, 'reachOf' | 'outward'>,
): Fetch {
  const origin: FetchesOrigin = { operation: { requestId, caller, subgraphs: outward }, signal };
  return (outgoing) => reachOf(outgoing.subgraph).fetch(new EngineFetch(outgoing, origin));
}

/** What all fetches of a request have in common. */
interface FetchesOrigin {
  readonly operation: CalledOperation;
  readonly signal: AbortSignal;
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

  get variables(): SubgraphFetch['variables'] {
    return JSON.parse(this.outgoing.variables) as SubgraphFetch['variables'];
  }

  get operation(): CalledOperation {
    return this.origin.operation;
  }

  get signal(): AbortSignal {
    return this.origin.signal;
  }
}
