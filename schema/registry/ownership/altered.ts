import type { SubgraphReading } from '../reading/subgraph.js';
import { HUB } from './law.js';
import type { Need } from './needs.js';
import type { OwnerOf } from './owners.js';
import { partsOf, type Part } from './parts.js';
import type { DocumentNode } from 'graphql';

/** The supergraphs before and after a proposal. */
export interface Graphs {
  readonly before: DocumentNode;
  readonly after: DocumentNode;
}

/**
 * What of other agencies a proposal changes in the supergraph, by whatever way. The rules over the SDL say why; this
 * makes sure that nothing slips through beside them.
 */
export function alterations(
  { before, after }: Graphs,
  reading: SubgraphReading,
  ownerOf: OwnerOf,
): readonly Need[] {
  const [former, next] = [partsOf(before), partsOf(after)];
  const changed = [...former].flatMap(([coordinate, part]) =>
    alteration(coordinate, part, next.get(coordinate)),
  );
  const injected = [...next.keys()]
    .filter((coordinate) => isInjected({ coordinate, former, reading }))
    .map((coordinate) => ({ coordinate, right: 'EXTEND' as const }));
  return [...changed, ...injected].flatMap(({ coordinate, right }) => {
    const [type = ''] = coordinate.split('.');
    const owner = coordinate.startsWith('@') ? HUB : (ownerOf(coordinate) ?? ownerOf(type));
    if (owner === undefined || owner === reading.agency) return [];
    return [
      { rule: 'OWNER_ALTERED', owner, right, coordinate, line: reading.types.get(type)?.line } as const,
    ];
  });
}

type Alteration = Pick<Need, 'coordinate' | 'right'>;

/** More interfaces, or more types of a union, are an extension; all else changes the part itself. */
function alteration(coordinate: string, before: Part, after: Part | undefined): readonly Alteration[] {
  if (!after || after.text !== before.text) return [{ coordinate, right: 'DEFINE' }];
  if (before.names.some((name) => !after.names.includes(name))) return [{ coordinate, right: 'DEFINE' }];
  return after.names.length > before.names.length ? [{ coordinate, right: 'EXTEND' }] : [];
}

/** A new field of a type that was there, without a word of it in the SDL: an interface object's. */
function isInjected({
  coordinate,
  former,
  reading,
}: {
  readonly coordinate: string;
  readonly former: ReadonlyMap<string, Part>;
  readonly reading: SubgraphReading;
}): boolean {
  const [type = '', member] = coordinate.split('.');
  if (member === undefined || former.has(coordinate) || !former.has(type)) return false;
  return !reading.types.get(type)?.members.has(member);
}
