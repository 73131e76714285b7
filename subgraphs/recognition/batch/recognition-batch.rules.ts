import { Check } from '@mikro-orm/decorators/legacy';

/** SQL of the year to which a batch belongs: of the conferral, before that of the proposal. */
export const YEAR = `(left(coalesce(conferred_at ->> 'value', proposed_at ->> 'value'), 4)::int) stored`;

/** SQL of whether one agency recognises the other's side. */
export const CROSS_AGENCY = `((split_part(authority, ':', 1) = 'UnionOrganization' and recipient_side = 'POLICE') or (split_part(authority, ':', 1) = 'PoliceOrganization' and recipient_side = 'UNION')) stored`;

/** What the database holds every batch to, by the name of the check. Source: domain rule, invariants of batches. */
const RULES: Readonly<Record<string, string>> = {
  count_is_not_negative: `(count ->> 'value')::numeric >= 0`,
  conferred_has_a_date: `(status = 'CONFERRED') = (conferred_at is not null)`,
  conferred_is_granted: `(status = 'CONFERRED') = (outcome = 'GRANTED')`,
  only_conferred_is_decided: `decision_key is null or status = 'CONFERRED'`,
  proposed_has_a_proposer: `status <> 'PROPOSED' or proposed_by is not null`,
};

/** Declares the rules of a batch as checks of its table. */
export const BATCH_RULES: ClassDecorator = (target) => {
  for (const [name, expression] of Object.entries(RULES))
    Check({ name: `recognition_batch_${name}`, expression })(target);
};
