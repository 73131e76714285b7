import { protect } from '../../shared/privacy/suppression/protect.js';
import { z } from 'zod';

const counts = z.strictObject({
  /** Rounded, null where it is suppressed. Unit: tips. */
  tips: z.int().nullable(),
  /** Rounded, null where it is suppressed. Unit: tips. */
  valuable: z.int().nullable(),
});

/** What may be told of the tips of a year. */
export const publishedTipCounts = z.strictObject({
  nation: counts,
  /** The provinces that had reported. */
  provinces: z.array(z.strictObject({ place: z.string(), ...counts.shape })),
});

/** As {@link publishedTipCounts}. */
export type PublishedTipCounts = z.infer<typeof publishedTipCounts>;

/** What a province reported. */
export interface ReportedTips {
  /** Reference of the province. */
  readonly place: string;
  /** Unit: tips. */
  readonly tips: number;
  /** Unit: tips. */
  readonly valuable: number;
}

/** Counts as they may be published: one table over the provinces that reported, and over valuable tips and others. */
export function publishTipCounts(reports: readonly ReportedTips[]): PublishedTipCounts {
  const table = protect({
    dimensions: [
      { name: 'place', values: reports.map(({ place }) => place) },
      { name: 'value', values: ['valuable', 'other'] },
    ],
    counts: reports.flatMap(({ place, tips, valuable }) => [
      { at: { place, value: 'valuable' }, count: valuable },
      { at: { place, value: 'other' }, count: tips - valuable },
    ]),
  });
  const at = (place: string | null) => ({
    tips: table.cell({ place }).count,
    valuable: table.cell({ place, value: 'valuable' }).count,
  });
  return { nation: at(null), provinces: reports.map(({ place }) => ({ place, ...at(place) })) };
}
