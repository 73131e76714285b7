import { DatePrecision } from '../../../shared/values/partial-date.js';
import { writtenProvenance } from '../../../shared/database/written.js';
import type { Provenance } from '../../../shared/values/provenance.js';

/** Provenance of what the lists tell. */
export const LIST: readonly Provenance[] = [
  writtenProvenance.parse({ source: 'territory-lists', certainty: 'EXTERNAL_UNVERIFIED' }),
];

/** Provenance of the wards of 2026. */
export const LAW: readonly Provenance[] = [
  writtenProvenance.parse({
    source: 'reorganisation-law',
    quote: '237/NQ-UBTVQH16',
    statedOn: '2026-04-14',
    certainty: 'EXTERNAL_UNVERIFIED',
  }),
];

/** The validity that a record has between two days; a day that is null is not known, or has not come. */
export function listedOn(from: string | null, to: string | null): Readonly<Record<string, unknown>> {
  return {
    validFrom: from,
    validFromPrecision: precisionOf(from),
    validTo: to,
    validToPrecision: precisionOf(to),
  };
}

function precisionOf(day: string | null): DatePrecision {
  return day === null ? DatePrecision.UNKNOWN : DatePrecision.DAY;
}
