import type { PartialDate } from '../../shared/values/partial-date.js';
import type { Dated } from '../../shared/values/validity.js';
import { AgreementState } from './agreement-kind.js';

/** What an agreement's state on a day follows from: its days, and the state that is recorded. */
interface Recorded extends Dated {
  readonly state: AgreementState;
  readonly signedOn: PartialDate | null;
}

/** Where an agreement stands on a day. Before its first day it is signed or a draft; after its end it is over. */
export function stateOn({ state, signedOn, validFrom, validTo }: Recorded, day: string): AgreementState {
  if (validFrom !== null && day < validFrom)
    return signedOn !== null && signedOn.value <= day ? AgreementState.SIGNED : AgreementState.DRAFT;
  if (validTo === null || state === AgreementState.DRAFT) return state;
  if (day < validTo) return OVER.has(state) ? AgreementState.IN_FORCE : state;
  return RUNNING.has(state) ? AgreementState.EXPIRED : state;
}

/** Whether it is known until when it held: up to its end, or still. */
export function hasKnownEnd({ state, validTo }: Pick<Recorded, 'state' | 'validTo'>): boolean {
  return validTo !== null || RUNNING.has(state);
}

/** States in which an agreement holds. */
const RUNNING: ReadonlySet<AgreementState> = new Set([AgreementState.IN_FORCE, AgreementState.AMENDED]);

/** States after the end. */
const OVER: ReadonlySet<AgreementState> = new Set([
  AgreementState.SUPERSEDED,
  AgreementState.EXPIRED,
  AgreementState.TERMINATED,
]);
