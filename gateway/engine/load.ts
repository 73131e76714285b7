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
import type { Supergraph } from '@apollo/federation-internals';
import type { DocumentNode } from 'graphql';

/** What an engine is loaded from. */
export interface EngineSource {
  /** A supergraph that was checked. */
  readonly supergraph: Supergraph;
  readonly document: DocumentNode;
  readonly facts: SupergraphFacts;
  readonly settings: EngineSettings;
  readonly decidePolicies: PolicyDecider;
  /** The way to the subgraph of a name. */
  readonly reachOf: (name: string) => Reach;
  readonly log: Logger;
}

/** An engine, and the documents that it can answer. */
export interface LoadedEngine {
  readonly engine: Engine;
  readonly documents: Documents;
}

/** Makes the engine for a supergraph. */
export function loadEngine({
  supergraph,
  document,
  settings,
  reachOf,
  ...parts
}: EngineSource): LoadedEngine {
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
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
    fetchFor: (request) => fetching(request, reachOf),
  });
  return { engine, documents: new Documents(schema) };
}

function fetching(request: EngineRequest, reachOf: EngineSource['reachOf']): Fetch {
  return (outgoing) => reachOf(outgoing.subgraph).fetch(new EngineFetch(outgoing, request));
}

/** A fetch whose variables are text already; whoever wants them otherwise reads them anew. */
class EngineFetch implements SubgraphFetch {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly request: EngineRequest,
  ) {}

  get query(): string {
    return this.outgoing.query;
  }

  get body(): string {
    return this.outgoing.body;
  }

  get variables(): SubgraphFetch['variables'] {
    return JSON.parse(this.outgoing.variables) as SubgraphFetch['variables'];
  }

  get requestId(): string {
    return this.request.requestId;
  }

  get signal(): AbortSignal {
    return this.request.signal;
  }
}
