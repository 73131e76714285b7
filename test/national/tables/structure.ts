import { at, type Chance } from '../random.js';
import type { Commune, Place } from '../land.js';
import type { Nation } from '../nation.js';

/** How many there are in the whole nation. */
export const WHOLE = {
  zones: 400,
  communeUnions: 2_500,
  grassroots: 125_000,
  enterprises: 60_000,
  channels: 20_000,
  lodging: 10_000,
  facilities: 1_000,
  communePolice: 3_319,
  teams: 4_000,
  documents: 100_000,
  relations: 50_000,
  activities: 100_000,
  products: 20_000,
  agreements: 340,
  disputes: 3_000,
  batches: 25_000,
} as const;

/** What stands between a grassroots union and the confederation, or is one level with it. */
export type UnionKind = 'provincial' | 'zone' | 'commune' | 'grassroots';

/** The commune of the nth commune union. */
export function communeOf({ land }: Nation, nth: number): Commune {
  return at(land.communes, nth);
}

/** The province at a place of the list. */
export function provinceAt({ land }: Nation, nth: number): Place {
  return at(land.provinces, nth);
}

/** Number of the province of the nth zone, of which each province has some. */
export function provinceOfZone({ land }: Nation, nth: number): number {
  return nth % land.provinces.length;
}

/** A union by its kind and number. */
export interface UnionAt {
  readonly kind: UnionKind;
  readonly nth: number;
}

/** The nth grassroots union: to whom it belongs, and where it sits. */
export interface Grassroots {
  readonly parent: UnionAt;
  readonly commune: Commune;
  /** Since which year. Unit: year. */
  readonly since: number;
}

/** Every so many grassroots unions, one is old enough for ten years of figures. */
export const FIGURED = 10;

/**
 * Draws the nth grassroots union. Parent and territory are independent of each other: most belong to a commune's union,
 * some to a zone's, some to the province directly. Source: domain guide, section 3.1.
 */
export function grassrootsAt(nation: Nation, nth: number): Grassroots {
  const chance = nation.chance('grassroots', nth);
  const of = chance.between(0, nation.count(WHOLE.communeUnions) - 1);
  const commune = communeOf(nation, of);
  const latest = nth % FIGURED === 0 ? 2014 : 2024;
  return { commune, since: chance.between(2005, latest), parent: parentOf(nation, { chance, commune, of }) };
}

interface Drawn {
  readonly chance: Chance;
  readonly commune: Commune;
  readonly of: number;
}

function parentOf(nation: Nation, { chance, commune, of }: Drawn): UnionAt {
  const drawn = chance.next();
  if (drawn < 0.65) return { kind: 'commune', nth: of };
  if (drawn < 0.85) return { kind: 'zone', nth: chance.between(0, nation.count(WHOLE.zones) - 1) };
  return { kind: 'provincial', nth: commune.province };
}

/** Number of the province in which a union above others lies. */
export function provinceOfUnion(nation: Nation, { kind, nth }: UnionAt): number {
  if (kind === 'commune') return communeOf(nation, nth).province;
  return kind === 'zone' ? provinceOfZone(nation, nth) : nth;
}

/** The reference to a union. */
export function unionRef(nation: Nation, { kind, nth }: UnionAt): string {
  return nation.ref('UnionOrganization', kind, nth);
}
