import { textIn } from '../reading/directives.js';
import { isRoot } from '../reading/roots.js';
import type { MemberReading, TypeReading } from '../reading/subgraph.js';
import { isExternal, isReference, isStub } from './keys.js';
import { HUB, type Grant } from './law.js';
import type { Right } from './right.js';
import type { World } from './world.js';

/** Finds the agency that owns what a coordinate such as `Enterprise` or `Enterprise.arrears` names, if any does yet. */
export type OwnerOf = (coordinate: string) => string | undefined;

/**
 * Who owns what, in the eyes of one agency: as the law says, else as it is settled elsewhere, else as `@owner` of the
 * served subgraphs says, else who published it first. Where several serve it and none of this tells them apart, it is not
 * the one that asks.
 */
export function ownersIn(world: World, asking: string): OwnerOf {
  const known = new Map<string, string | undefined>();
  const { settled, ...here } = world;
  const settledOwner = settled && ownersIn({ ...here, served: settled }, asking);
  const of: OwnerOf = (coordinate) => {
    if (!known.has(coordinate)) known.set(coordinate, found(coordinate));
    return known.get(coordinate);
  };
  const found: OwnerOf = (coordinate) => {
    const [type = '', field] = coordinate.split('.');
    const stated = statedOwner(coordinate, type, world) ?? settledOwner?.(coordinate);
    if (stated !== undefined) return stated;
    const definers = field === undefined ? typeDefiners(type, world) : fieldDefiners(type, field, world);
    const ofType = field === undefined ? undefined : of(type);
    return (
      claimed(definers) ??
      first(
        definers.map(({ agency }) => agency),
        { type, ofType, world, asking },
      )
    );
  };
  return of;
}

function statedOwner(coordinate: string, type: string, { law }: World): string | undefined {
  if (law.shared.has(coordinate) || (law.shared.has(type) && !isRoot(type))) return HUB;
  return law.owners.get(coordinate) ?? (isRoot(coordinate) ? HUB : undefined);
}

interface Definer {
  readonly agency: string;
  readonly part: TypeReading | MemberReading;
}

/** Those who serve more of a type than its key, or answer its key where nobody serves more; never who only refers to it. */
function typeDefiners(name: string, { served }: World): readonly Definer[] {
  const all = served.flatMap(({ agency, types }) => {
    const part = types.get(name);
    return part && !isStub(part) ? [{ agency, part }] : [];
  });
  const whole = all.filter(({ part }) => !isReference(part));
  return whole.length > 0 ? whole : all;
}

function fieldDefiners(type: string, field: string, { served }: World): readonly Definer[] {
  return served.flatMap(({ agency, types }) => {
    const whole = types.get(type);
    const part = whole && !isStub(whole) ? whole.members.get(field) : undefined;
    return part && !isExternal(part) ? [{ agency, part }] : [];
  });
}

/** An agency's claim holds for itself alone. */
function claimed(definers: readonly Definer[]): string | undefined {
  return definers.find(({ agency, part }) =>
    part.uses.some((use) => use.meaning === 'owner' && textIn(use, 'agency') === agency),
  )?.agency;
}

interface Circumstances {
  readonly type: string;
  /** The owner of the type, when its field is asked about. */
  readonly ofType: string | undefined;
  readonly world: World;
  readonly asking: string;
}

function first(
  agencies: readonly string[],
  { type, ofType, world, asking }: Circumstances,
): string | undefined {
  if (ofType !== undefined && agencies.includes(ofType)) return ofType;
  const hosts = agencies.filter((agency) => !isGuest(agency, type, world));
  const candidates = hosts.length > 0 ? hosts : agencies;
  return candidates.find((agency) => agency !== asking) ?? candidates[0];
}

/**
 * Whether an agency was ever let into a type by another that serves it: owners need no leave. Of two that let each other
 * in, the guest is who was let in first.
 */
function isGuest(agency: string, type: string, world: World): boolean {
  const holders = new Set(typeDefiners(type, world).map((each) => each.agency));
  const leaves = leavesOn(type, world).filter(({ owner }) => holders.has(owner));
  return leaves.some(
    ({ owner, to }, index) =>
      to === agency &&
      owner !== agency &&
      !leaves.slice(0, index).some((earlier) => earlier.owner === agency && earlier.to === owner),
  );
}

/** Rights by which an agency serves a part of another's type. */
const SERVING: ReadonlySet<Right> = new Set<Right>(['EXTEND', 'DEFINE', 'OVERRIDE']);

function leavesOn(type: string, { law, approvals }: World): readonly Grant[] {
  const approved = approvals.flatMap(({ owner, to, rights }) =>
    rights.map((right) => ({ owner, to, ...right })),
  );
  return [...law.grants, ...approved].filter(
    ({ right, coordinate }) => SERVING.has(right) && coordinate.split('.')[0] === type,
  );
}
