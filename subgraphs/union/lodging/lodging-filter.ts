import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { has, heldOnDay, type Filter } from '../../shared/reading/filter.js';
import { LodgingKind, LodgingOperatorKind, LodgingSizeBand } from './lodging-kinds.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** Which lodging quarters a list holds. */
@ArgsType()
export class LodgingFilter extends AsOfArgs {
  @Field(() => LodgingKind, { nullable: true, description: both('Chỉ loại này', 'Of this kind only.') })
  readonly kind?: LodgingKind;

  @Field(() => LodgingSizeBand, {
    nullable: true,
    description: both('Chỉ khoảng quy mô này', 'Of this size only.'),
  })
  readonly sizeBand?: LodgingSizeBand;

  @Field(() => LodgingOperatorKind, {
    nullable: true,
    description: both('Chỉ loại đơn vị vận hành này', 'Run by this kind of operator only.'),
  })
  readonly operatorKind?: LodgingOperatorKind;
}

/** Which lodging quarters are looked for in the whole register. */
@ArgsType()
export class LodgingSearch extends LodgingFilter {
  @Field(() => ID, {
    nullable: true,
    description: both(
      'Tại đơn vị hành chính này hoặc đơn vị cấp dưới của nó, vào ngày asOf hoặc hôm nay',
      'In this administrative unit or one below it, on the day asOf or today.',
    ),
  })
  readonly unit?: string;

  @Field(() => ID, { nullable: true, description: both('Trong khu này', 'In this zone.') })
  readonly zone?: string;
}

/** The conditions that every list of lodging quarters takes. */
export function conditionsOf({ asOf, kind, sizeBand, operatorKind }: LodgingFilter): readonly Filter[] {
  return [
    ...heldOnDay(asOf),
    ...has('kind', kind),
    ...has('sizeBand', sizeBand),
    ...has('operatorKind', operatorKind),
  ];
}
