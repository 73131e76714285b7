import { protect } from '../../shared/privacy/suppression/protect.js';
import { ClaimKind } from './claim-vocabulary.js';
import { z } from 'zod';

/** What may be told of some cases; a cell that is left out is suppressed. */
export const publishedCounts = z.strictObject({
  /** Keys of all provinces of the year, in the order of their names. */
  provinces: z.array(z.string()),
  /** Rounded counts by place, `<province>/<main claim>` with `*` for all. Unit: cases. */
  cells: z.record(z.string(), z.int()),
});

/** As {@link publishedCounts}. */
export type PublishedCounts = z.infer<typeof publishedCounts>;

/** Which cases a count is about; without a value those of all. */
export interface CountedPlace {
  /** Key of a province. */
  readonly province?: string | undefined;
  readonly mainClaim?: ClaimKind | undefined;
}

/** How many cases there are of a province and a main claim. */
export interface CountedCases {
  readonly province: string;
  readonly mainClaim: ClaimKind;
  /** Unit: cases. */
  readonly count: number;
}

const CLAIMS = Object.values(ClaimKind);

/**
 * Counts as they may be published: one table over provinces and main claims, with all its totals.
 *
 * @throws Error when a case lies in none of the provinces
 */
export function publish(provinces: readonly string[], counted: readonly CountedCases[]): PublishedCounts {
  const table = protect({
    dimensions: [
      { name: 'province', values: provinces },
      { name: 'mainClaim', values: CLAIMS },
    ],
    counts: counted.map(({ province, mainClaim, count }) => ({ at: { province, mainClaim }, count })),
  });
  const shown = placesOver(provinces).flatMap((place) => {
    const { province = null, mainClaim = null } = place;
    const { count } = table.cell({ province, mainClaim });
    return count === null ? [] : [[placeText(place), count] as const];
  });
  return { provinces: [...provinces], cells: Object.fromEntries(shown) };
}

/** What was published of the cases at a place, `null` where it is suppressed. Unit: cases. */
export function publishedAt({ cells }: PublishedCounts, place: CountedPlace): number | null {
  return cells[placeText(place)] ?? null;
}

/** Every cell, the totals included. */
function placesOver(provinces: readonly string[]): readonly CountedPlace[] {
  return [undefined, ...provinces].flatMap((province) =>
    [undefined, ...CLAIMS].map((mainClaim) => ({ province, mainClaim })),
  );
}

function placeText({ province = '*', mainClaim }: CountedPlace): string {
  return `${province}/${mainClaim ?? '*'}`;
}
