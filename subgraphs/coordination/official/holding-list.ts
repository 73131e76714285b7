import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { has, heldOnDay, type Filter } from '../../shared/reading/filter.js';
import { ArgsType, Field } from 'type-graphql';

/** Which offices held are listed. */
@ArgsType()
export class HoldingsArgs extends AsOfArgs {
  @Field({
    defaultValue: false,
    description: both(
      'Kể cả những lần ghi nhầm đã bị hủy',
      'Those too that were recorded by mistake and voided since.',
    ),
  })
  readonly includeVoided!: boolean;
}

/** Offices that count as held: those that were not voided. */
export const NOT_VOIDED: readonly Filter[] = has('isVoided', false);

/** The conditions that the arguments stand for. */
export function holdingFilters({ asOf, includeVoided }: HoldingsArgs): readonly Filter[] {
  return [...heldOnDay(asOf), ...(includeVoided ? [] : NOT_VOIDED)];
}
