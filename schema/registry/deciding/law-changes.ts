import { HUB, type Grant, type Law } from '../ownership/law.js';
import { ownersIn } from '../ownership/owners.js';
import { isGranted, type Permissions, type Wanted } from '../ownership/permits.js';
import type { World } from '../ownership/world.js';

/**
 * What a new law does to owners without their leave: what it gives to others, and what it lets others do for good. An owner
 * is who the former law names, or else who serves it first on the first channel.
 *
 * @param world what that channel serves, under the former law
 */
export function takenBy(next: Law, world: World, permissions: Permissions): readonly Wanted[] {
  const { law: former } = permissions;
  const wanted = [...cessions(former, next), ...unnamedCessions(next, world), ...newGrants(former, next)];
  return wanted.filter((each) => !isGranted(each, permissions, ''));
}

/** The subgraphs that another agency would publish. */
export function movedSubgraphs(
  former: Law,
  next: Law,
): readonly { readonly name: string; readonly owner: string }[] {
  const homes = new Map(
    [...next.agencies.values()].flatMap(({ name, subgraphs }) => subgraphs.map((each) => [each, name])),
  );
  return [...former.agencies.values()].flatMap(({ name: owner, subgraphs }) =>
    subgraphs.filter((name) => (homes.get(name) ?? owner) !== owner).map((name) => ({ name, owner })),
  );
}

/** What changes hands, also by a field that gets an owner of its own; what the law names no longer falls to the hub. */
function cessions(former: Law, next: Law): readonly Wanted[] {
  const coordinates = new Set([...former.owners.keys(), ...next.owners.keys()]);
  return [...coordinates].flatMap((coordinate) => {
    const owner = namedIn(former, coordinate);
    const to = namedIn(next, coordinate) ?? HUB;
    return owner === undefined || owner === to ? [] : [{ coordinate, owner, to, right: 'CEDE' as const }];
  });
}

/** What nobody was named for, and somebody serves. */
function unnamedCessions(next: Law, world: World): readonly Wanted[] {
  const shared = [...next.shared].map((coordinate) => [coordinate, HUB] as const);
  return [...next.owners, ...shared].flatMap(([coordinate, to]) => {
    if (namedIn(world.law, coordinate) !== undefined || world.law.shared.has(coordinate)) return [];
    const owner = ownersIn(world, to)(coordinate);
    return owner === undefined || owner === to ? [] : [{ coordinate, owner, to, right: 'CEDE' as const }];
  });
}

/** The hub's office speaks for itself alone, and for an agency that comes with this law and has nothing yet. */
function newGrants(former: Law, next: Law): readonly Grant[] {
  const known = new Set(former.grants.map(spelled));
  const isSpokenFor = ({ owner }: Grant): boolean => owner === HUB || !former.agencies.has(owner);
  return next.grants.filter((grant) => !isSpokenFor(grant) && !known.has(spelled(grant)));
}

function spelled({ owner, to, right, coordinate }: Grant): string {
  return [owner, to, right, coordinate].join(' ');
}

function namedIn({ owners }: Law, coordinate: string): string | undefined {
  return owners.get(coordinate) ?? owners.get(coordinate.split('.')[0] ?? '');
}
