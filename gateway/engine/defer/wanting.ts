import type { Deferral } from '../operation.js';
import type { Coordinates } from './coordinates.js';
import type { Standing } from './standings.js';

/** A part of an operation: what is answered first, or what is deferred. */
export type Wanter = Deferral | typeof FIRST;

/** Stands for what is answered first. */
export const FIRST = 'first';

/** Parts that want the same; of a part and one that it is a part of, the latter alone. */
export type Wanters = ReadonlySet<Wanter>;

/** Those who want what is answered first. */
export const BY_FIRST: Wanters = new Set([FIRST]);

const NOBODY: Wanters = new Set();

/** Tells which parts of an operation want what the fetches of its plan fill. */
export class Wanting {
  private readonly wanters = new Map<string, Set<Wanter>>();
  private readonly known = new Map<string, Wanters>();
  private readonly order: readonly Wanter[];

  /**
   * @param parts what each part is made of
   * @param standings the fetches, each after those that it needs
   */
  constructor(parts: ReadonlyMap<Wanter, Coordinates>, standings: readonly Standing[]) {
    this.order = [...parts.keys()];
    for (const [part, places] of parts) for (const each of places) this.at(each).add(part);
    for (const { filled, needed } of standings.toReversed()) {
      const all = new Set([...filled].flatMap((place) => [...this.at(place)]));
      for (const place of needed) for (const each of all) this.at(place).add(each);
    }
  }

  /** The parts that want what is at a place, the same object for the same parts; none where nobody is known to. */
  of(place: string): Wanters {
    const all = this.wanters.get(place) ?? NOBODY;
    if (all.has(FIRST)) return BY_FIRST;
    const own = this.order.filter((each) => all.has(each) && !hasParentIn(all, each));
    const name = own.map((each) => this.order.indexOf(each)).join();
    const wanters = this.known.get(name) ?? new Set(own);
    this.known.set(name, wanters);
    return wanters;
  }

  private at(place: string): Set<Wanter> {
    const known = this.wanters.get(place) ?? new Set();
    this.wanters.set(place, known);
    return known;
  }
}

/** Whether what some parts want comes later than what others want. */
export function isLater(wanters: Wanters, others: Wanters): boolean {
  return wanters.size > 0 && [...wanters].every((each) => !others.has(each));
}

function hasParentIn(wanters: Wanters, each: Wanter): boolean {
  if (each === FIRST || !each.parent) return false;
  return wanters.has(each.parent) || hasParentIn(wanters, each.parent);
}
