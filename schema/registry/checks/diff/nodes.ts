import type { SupergraphReading } from '../../reading/supergraph.js';
import { HUB_SUBGRAPH } from '../../../contract/hub-fields.js';
import { isTypeDefinitionNode, Kind, print } from 'graphql';

/** The types that clients still see and that `node` found and finds no longer. */
export function lostNodes(before: SupergraphReading, after: SupergraphReading): readonly string[] {
  const found = nodesIn(after);
  return [...nodesIn(before)].filter((type) => after.api.getType(type) && !found.has(type));
}

function nodesIn({ document }: SupergraphReading): ReadonlySet<string> {
  const types = document.definitions
    .filter(isTypeDefinitionNode)
    .filter(
      ({ kind, directives = [] }) =>
        kind === Kind.OBJECT_TYPE_DEFINITION &&
        directives.some((each) => each.name.value === 'join__type' && OF_HUB.test(print(each))),
    );
  return new Set(types.map(({ name }) => name.value));
}

const OF_HUB = new RegExp(`graph: ${HUB_SUBGRAPH.name.toUpperCase()}\\b.*key:.*resolvable: false`);
