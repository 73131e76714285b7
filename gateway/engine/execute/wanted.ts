import { EVERY_ELEMENT, type Wanted } from '../plan/plan.js';
import { isData, typenameOf, type Data } from './data.js';
import { expectedOf, type Expected } from './expected.js';
import type { Found } from './gather.js';
import type { TypeRelations } from './type-relations.js';

/** Finds objects that a fetch completes. */
export type Gather = (root: Data) => readonly Found[];

/** Makes the function that finds, at a path, the objects of which the operation asks for any of some keys. */
export function gatheringWanted(
  path: readonly string[],
  { operation, keys }: Wanted,
  relations: TypeRelations,
): Gather {
  const asked = expectedOf(operation, relations);
  return (root) => new Walk(path, keys).from(root, asked);
}

/** A place that is walked through. */
interface Place {
  readonly value: unknown;
  readonly holder: Found['holder'];
  readonly key: Found['key'];
  /** How far along the path it is. Unit: steps. */
  readonly depth: number;
  readonly asked: Expected;
}

class Walk {
  private readonly found: Found[] = [];
  private readonly walked = new Map<object, Set<Expected>>();

  constructor(
    private readonly path: readonly string[],
    private readonly keys: readonly string[],
  ) {}

  from(root: Data, asked: Expected): readonly Found[] {
    this.visit({ value: root, holder: { root }, key: 'root', depth: 0, asked });
    return this.found;
  }

  private visit(place: Place): void {
    const { value: object, depth } = place;
    if (depth < this.path.length) this.goOn(place);
    else if (isData(object) && this.isWanted(object, place.asked))
      this.found.push({ object, holder: place.holder, key: place.key });
  }

  private goOn({ value, depth, asked }: Place): void {
    const step = this.path[depth];
    if (step === undefined || !this.isNew(value, asked)) return;
    if (step === EVERY_ELEMENT && Array.isArray(value)) {
      value.forEach((each: unknown, key) =>
        this.visit({ value: each, holder: value, key, depth: depth + 1, asked }),
      );
    } else if (isData(value)) {
      const below = asked.keysOf(typenameOf(value)).get(step);
      if (below) this.visit({ value: value[step], holder: value, key: step, depth: depth + 1, asked: below });
    }
  }

  private isWanted(object: Data, asked: Expected): boolean {
    const keys = asked.keysOf(typenameOf(object));
    return this.keys.some((key) => keys.has(key));
  }

  /** Equal objects are one, so that many ways may lead to it. */
  private isNew(value: unknown, asked: Expected): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const known = this.walked.get(value) ?? new Set();
    this.walked.set(value, known);
    return known.size < known.add(asked).size;
  }
}
