import type { SubgraphReading } from '../reading/subgraph.js';
import { memberNeeds } from './member-rules.js';
import { memberCases, typeCases, type Need } from './needs.js';
import { ownersIn } from './owners.js';
import { claimNeeds, typeNeeds } from './type-rules.js';
import type { World } from './world.js';

/** Everything of other agencies that an SDL touches, each once. */
export function needsOf(reading: SubgraphReading, world: World): readonly Need[] {
  const ownerOf = ownersIn(world, reading.agency);
  const needs = typeCases({ reading, ownerOf, world }).flatMap((type) => [
    ...typeNeeds(type),
    ...memberCases(type).flatMap(memberNeeds),
    ...claimNeeds(type),
  ]);
  return [...new Map(needs.map((need) => [`${need.rule} ${need.right} ${need.coordinate}`, need])).values()];
}
