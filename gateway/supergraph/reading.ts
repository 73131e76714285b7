import { HUB_SUBGRAPH } from '../../schema/contract/hub-fields.js';
import { statedRules } from '../../schema/contract/access/rules.js';
import { overrideLabelsIn } from '../engine/plan/override-labels.js';
import { apiText, type ApiText } from './api/build.js';
import { stateApi } from './api/state.js';
import { checkSupergraph, parseSupergraph } from './check.js';
import { statedCosts } from './costs.js';
import { statedFacts } from './facts.js';
import type { Supergraph } from '@apollo/federation-internals';
import {
  isTypeDefinitionNode,
  print,
  printSchema,
  type DocumentNode,
  type TypeDefinitionNode,
} from 'graphql';

/**
 * What a gateway needs to know of a supergraph that was checked, as plain data: it is made in another thread. What is
 * large is text, which costs next to nothing to hand over and can be read piece by piece.
 */
export interface SupergraphReading {
  /** The schema that clients see. */
  readonly api: ApiText;
  readonly subgraphs: readonly SubgraphReading[];
  /** The labels of progressive `@override`. */
  readonly overrideLabels: readonly string[];
  /** `StatedFacts` as JSON. */
  readonly facts: string;
  /** `StatedRules` as JSON. */
  readonly rules: string;
  /** `StatedCosts` as JSON. */
  readonly costs: string;
  /** The types of the supergraph with no more than their names and what they are of. */
  readonly types: string;
}

/** A subgraph that a supergraph names. */
export interface SubgraphReading {
  readonly name: string;
  readonly url: string;
  /** The part of the supergraph that it answers, where the gateway itself is the subgraph. */
  readonly sdl?: string;
}

/**
 * Reads and checks a supergraph. This takes long: half a second for a text of 500 KB.
 *
 * @throws HubError INVALID_SETTING when the text is no supergraph, or demands rights that would go unenforced.
 */
export function readSupergraph(supergraphSdl: string): SupergraphReading {
  const document = parseSupergraph(supergraphSdl);
  const supergraph = checkSupergraph(document);
  return {
    api: apiText(stateApi(supergraph.apiSchema().toGraphQLJSSchema())),
    subgraphs: subgraphsIn(supergraph),
    overrideLabels: overrideLabelsIn(document),
    facts: JSON.stringify(statedFacts(document)),
    rules: JSON.stringify(statedRules(document)),
    costs: JSON.stringify(statedCosts(document)),
    types: print(namesAlone(document)),
  };
}

function subgraphsIn(supergraph: Supergraph): readonly SubgraphReading[] {
  return supergraph.subgraphsMetadata().map(({ name, url }) => {
    const isOwn = url === HUB_SUBGRAPH.url;
    return { name, url, ...(isOwn && { sdl: partOf(supergraph, name) }) };
  });
}

function partOf(supergraph: Supergraph, name: string): string {
  const part = supergraph.subgraphs().get(name);
  if (!part) throw new Error(`The supergraph names a subgraph ${name} and gives it nothing to answer.`);
  return printSchema(part.schema.toGraphQLJSSchema());
}

function namesAlone({ kind, definitions }: DocumentNode): DocumentNode {
  return { kind, definitions: definitions.filter(isTypeDefinitionNode).map(nameAlone) };
}

function nameAlone(type: TypeDefinitionNode): TypeDefinitionNode {
  const bare = { ...type, description: undefined, directives: [] };
  if ('fields' in bare) return { ...bare, fields: [] };
  return 'values' in bare ? { ...bare, values: [] } : bare;
}
