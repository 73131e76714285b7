import type { Path } from '../complete/writer.js';
import { isData, type Data } from '../execute/data.js';
import { EVERY_ELEMENT } from '../plan/plan.js';

/** A place in the answer, and what is there. */
export interface Placed {
  readonly path: Path;
  /** An object, or `null`. */
  readonly value: Data | null;
}

/** What a client has got so far. */
export class ClientView {
  constructor(private readonly root: unknown) {}

  /**
   * What a later answer has at a path, for each place there at which the client has an object.
   *
   * @param later the answer, from its top; the objects on the way are the same as the client's
   */
  placesOf(path: readonly string[], later: unknown): readonly Placed[] {
    const found: Placed[] = [];
    const walk = (here: unknown, there: unknown, at: Path): void => {
      const step = path[at.length];
      if (step === undefined) {
        if (isData(here) && (isData(there) || there === null)) found.push({ path: at, value: there });
      } else if (step === EVERY_ELEMENT) {
        if (Array.isArray(here) && Array.isArray(there))
          here.forEach((each, index) => walk(each, there[index], [...at, index]));
      } else if (isData(here) && isData(there)) walk(own(here, step), own(there, step), [...at, step]);
    };
    walk(this.root, later, []);
    return found;
  }

  /** The client gets what a later answer has at a place. */
  put(path: Path, value: Data | null): void {
    const held = path.reduce<unknown>((here, step) => own(here as Data, step), this.root);
    if (isData(held) && value) merge(held, value);
  }
}

/** Whether an object has any key. */
export function hasKeys(value: Data): boolean {
  return Object.keys(value).length > 0;
}

function merge(held: Data, value: Data): void {
  for (const [key, each] of Object.entries(value)) {
    const there = own(held, key);
    if (isData(there) && isData(each)) merge(there, each);
    else if (Array.isArray(there) && Array.isArray(each)) mergeLists(there, each);
    else Object.defineProperty(held, key, { value: each, enumerable: true, writable: true });
  }
}

/** What an object itself has under a key: clients choose keys such as `__proto__`. */
function own(data: Data, key: string | number): unknown {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}

function mergeLists(held: unknown[], value: readonly unknown[]): void {
  value.forEach((each, index) => {
    const there = held[index];
    if (isData(there) && isData(each)) merge(there, each);
    else if (Array.isArray(there) && Array.isArray(each)) mergeLists(there, each);
    else held[index] = each;
  });
}
