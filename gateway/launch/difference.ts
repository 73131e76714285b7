import type { SeenOperation } from '../usage/book.js';
import type { Sight } from './look.js';

/** How an operation is answered otherwise than before. */
interface Change {
  readonly operation: string;
  readonly what: Kind;
  readonly before: number | string;
  readonly after: number | string;
}

type Kind = 'REFUSED' | 'FETCHES' | 'AGENCIES' | 'COST';

/** Changes that are told one by one, beyond their counts. Unit: changes. */
const MAX_TOLD = 20;
/** Longest text of a measure. Unit: characters. */
const MAX_TEXT = 900;

/** How a supergraph would have the same operations answered otherwise than the one before. */
export class Difference {
  private readonly changes: Change[] = [];
  private readonly counts = { REFUSED: 0, FETCHES: 0, AGENCIES: 0, COST: 0 } satisfies Record<Kind, number>;
  private looked = 0;

  /** How many operations have a plan that is ready. Unit: operations. */
  get warmed(): number {
    return this.looked;
  }

  /** Adds what was found of one operation. */
  add(seen: SeenOperation, after: Sight, before?: Sight): void {
    this.looked += 1;
    if (!before || before.refusal !== undefined) return;
    const operation = seen.name ?? `unnamed ${seen.key.slice(0, 8)}`;
    for (const change of changesBetween(before, after)) {
      this.counts[change.what] += 1;
      if (this.changes.length < MAX_TOLD) this.changes.push({ operation, ...change });
    }
  }

  /** What is written to the log. */
  get told(): Readonly<Record<string, unknown>> {
    return { warmed: this.looked, ...this.numbers, changes: this.changes };
  }

  /** What the registry is told. */
  get measures(): Readonly<Record<string, number | string>> {
    const changes = this.changes.map(
      ({ operation, what, before, after }) => `${operation} ${what} ${before}→${after}`,
    );
    return {
      warmed: this.looked,
      ...this.numbers,
      ...(changes.length > 0 && { changes: changes.join('; ').slice(0, MAX_TEXT) }),
    };
  }

  private get numbers() {
    const { REFUSED, FETCHES, AGENCIES, COST } = this.counts;
    return { refused: REFUSED, otherFetches: FETCHES, otherAgencies: AGENCIES, otherCosts: COST };
  }
}

function changesBetween(before: Sight, after: Sight): readonly Omit<Change, 'operation'>[] {
  if (after.refusal !== undefined) return [{ what: 'REFUSED', before: 'answered', after: after.refusal }];
  const found: Omit<Change, 'operation'>[] = [
    { what: 'FETCHES', before: before.fetches, after: after.fetches },
    { what: 'AGENCIES', before: before.agencies.join(), after: after.agencies.join() },
    { what: 'COST', before: before.cost, after: after.cost },
  ];
  return found.filter((each) => each.before !== each.after);
}
