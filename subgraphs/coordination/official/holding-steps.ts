import { DatePrecision } from '../../shared/values/partial-date.js';
import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { OFFICERS } from '../document/officers.js';
import type { OfficeHolding } from './office-holding.entity.js';

/** What is known of an office held: it is to come, goes on, was attested with its end unknown, ended, or was recorded by mistake. */
export const HOLDING_STATES = ['TO_COME', 'IN_OFFICE', 'ATTESTED', 'ENDED', 'VOIDED'] as const;

/** One of {@link HOLDING_STATES}. */
export type HoldingState = (typeof HOLDING_STATES)[number];

/** The steps of an office held, once somebody is appointed. Source: domain rule, officials act in office. */
export const HOLDING_STEPS = {
  endOfficeHolding: { from: ['IN_OFFICE', 'ATTESTED'], to: 'ENDED', by: OFFICERS },
  voidOfficeHolding: { from: ['TO_COME', 'IN_OFFICE', 'ATTESTED', 'ENDED'], to: 'VOIDED', by: OFFICERS },
} as const satisfies LifeCycle<string, HoldingState>;

/** What tells how far an office held has come. */
export type Held = Pick<OfficeHolding, 'validFrom' | 'validTo' | 'validToPrecision' | 'voidedOn'>;

/** The state on a day, which follows from the validity; an end that is set counts, though its day is to come. */
export function holdingState(
  { validFrom, validTo, validToPrecision, voidedOn }: Held,
  day: string,
): HoldingState {
  if (voidedOn !== null) return 'VOIDED';
  if (validTo !== null) return validToPrecision === DatePrecision.UNKNOWN ? 'ATTESTED' : 'ENDED';
  return validFrom !== null && validFrom > day ? 'TO_COME' : 'IN_OFFICE';
}
