import { text } from '../../../schema/contract/text.js';
import { refParts } from '../../shared/database/refs.js';
import { guard } from '../../shared/writing/refusal.js';
import { RecipientSide } from '../batch/recognition-batch.enums.js';
import type { Grounds } from '../nomination/eligibility.js';
import { NominationState } from '../nomination/nomination.enums.js';
import type { Nomination } from '../nomination/nomination.entity.js';
import { CounterpartSide } from './consultation.steps.js';

/** Which agency answers for recipients of a side; workers and enterprises are the union's to speak for. */
const ANSWERS: Readonly<Record<RecipientSide, CounterpartSide>> = {
  UNION: CounterpartSide.UNION,
  POLICE: CounterpartSide.POLICE,
  ENTERPRISE: CounterpartSide.UNION,
  MIXED: CounterpartSide.UNION,
};

/** To which side an authority belongs; public bodies belong to neither. */
const SIDE_OF: Readonly<Record<string, RecipientSide>> = {
  UnionOrganization: RecipientSide.UNION,
  PoliceOrganization: RecipientSide.POLICE,
};

/** Which agency is asked about a recipient. */
export function counterpartOf({ recipient }: Pick<Grounds, 'recipient'>): CounterpartSide {
  return ANSWERS[recipient.side];
}

/**
 * Whether the counterpart has to be consulted: when the rule says so, and always when the recipient belongs to the other
 * agency. Source: domain rule, life cycle of nominations.
 */
export function needsConsultation({ round, rule, recipient }: Grounds): boolean {
  const side = SIDE_OF[refParts(round.organization).type];
  const isOther =
    side !== undefined && recipient.side !== side && recipient.side !== RecipientSide.ENTERPRISE;
  return rule.consultationRequired === true || isOther;
}

/** Refuses what comes before a consultation that is needed. @throws Refusal GUARD_FAILED */
export function requireConsulted({ state }: Nomination, grounds: Grounds): void {
  guard(
    state !== NominationState.VERIFIED || !needsConsultation(grounds),
    'counterpart-is-consulted',
    text(
      'Phải lấy ý kiến hiệp y của cơ quan quản lý đối tượng trước.',
      "The recipient's own agency has to be consulted before.",
    ),
  );
}
